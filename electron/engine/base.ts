import { implement, ORPCError } from '@orpc/server'
import { contract } from '#shared/contract/index.ts'
import { Problem } from '#shared/model/problem.ts'
import type { Session } from './session.ts'

/** What every handler is given: the engine's session with its open project. */
export type EngineContext = { session: Session }

/** Refusals reach the other side as typed PROBLEM errors; what nobody foresaw is reported to the host and told as `unexpected`. */
export const engine = implement(contract)
  .$context<EngineContext>()
  .use(async ({ context, next, path }) => {
    try {
      return await next()
    } catch (error) {
      throw asPublicError(error, context.session, path)
    }
  })

export function asPublicError(error: unknown, session: Session, path: readonly string[]): unknown {
  if (error instanceof ORPCError) return error
  if (error instanceof Problem)
    return new ORPCError('PROBLEM', { defined: true, status: 422, message: error.message, data: { code: error.code, params: error.params } })
  if (error instanceof Error && error.name === 'AbortError') return error
  session.host.report(error, path.join('.'))
  const message = error instanceof Error ? error.message : String(error)
  return new ORPCError('PROBLEM', { defined: true, status: 500, message, data: { code: 'unexpected', params: { message } } })
}
