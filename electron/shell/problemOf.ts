import { ORPCError } from '@orpc/client'
import { type ProblemData, problemSchema } from '#shared/model/problem.ts'

/** What lies in an error, whether it came through the contract or from a rule itself (also one of another bundle, whose class is not this one's). */
export function problemOf(error: unknown): ProblemData {
  const told = problemSchema.safeParse(error instanceof ORPCError ? error.data : error)
  if (told.success) return { code: told.data.code, params: told.data.params }
  return { code: 'unexpected', params: { message: error instanceof Error ? error.message : String(error) } }
}
