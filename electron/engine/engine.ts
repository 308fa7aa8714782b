import { createRouterClient, type RouterClient } from '@orpc/server'
import { ensureCoder, knowsCoder } from './coders/rules.ts'
import { router } from './router.ts'
import { createSession, type Host, type Resources, type Session } from './session.ts'

export type Engine = {
  readonly session: Session
  readonly router: typeof router
  /** The contract's procedures without a wire between: for the command line, tests and benches. */
  readonly client: RouterClient<typeof router>
  /** Closes the open project and ends what still listens. */
  close(): void
}

/** One mind with at most one open project. Several can live in one process; they share nothing. */
export function createEngine({ host, resources }: { host: Host; resources: Resources }): Engine {
  const session = createSession(host, resources, ensureCoder, knowsCoder)
  return { session, router, client: createRouterClient(router, { context: { session } }), close: () => session.close() }
}
