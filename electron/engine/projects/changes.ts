import { EventPublisher } from '@orpc/server'
import type { ChangeEvent } from '#shared/contract/projects.ts'
import type { Session } from '../session.ts'

/**
 * The session's change events, from this call on: what happens between two reads waits in the iterator. It ends when the listener goes
 * or the session closes.
 */
export function changesOf(session: Session, signal: AbortSignal | undefined): AsyncGenerator<ChangeEvent> {
  const publisher = new EventPublisher<{ change: ChangeEvent }>({ maxBufferedEvents: Number.POSITIVE_INFINITY })
  const events = publisher.subscribe('change')
  const unsubscribe = session.onChange((event) => publisher.publish('change', event))
  const end = () => {
    unsubscribe()
    void events.return(undefined)
  }
  const either = signal ? AbortSignal.any([signal, session.closed]) : session.closed
  if (either.aborted) end()
  either.addEventListener('abort', end, { once: true })

  return (async function* () {
    try {
      yield* events
    } finally {
      end()
      either.removeEventListener('abort', end)
    }
  })()
}
