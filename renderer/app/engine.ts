import type { QueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { type Connection, createConnection } from '#renderer/connection/api.ts'
import { followChanges } from '#renderer/connection/changes.ts'
import { connect } from '#renderer/connection/client.ts'
import { tellProblem } from '#renderer/i18n/problems.ts'
import { keepPreferences } from '#renderer/state/preferences.ts'
import type { ChangeEvent } from '#shared/contract/projects.ts'
import { askFirst } from './firstAnswers.ts'

const retryAfterMs = 1500

type Engine = { connection: Connection | null; lost: boolean }

/**
 * Keeps a connection to the engine. When it breaks, what is on the screen stays, and it is taken up again every moment until it is
 * back; then everything shown is asked anew.
 */
export function useEngine(queries: QueryClient, onEvent: (event: ChangeEvent) => void): Engine & { retry: () => void } {
  const [engine, setEngine] = useState<Engine>({ connection: null, lost: false })
  const [pause] = useState(createPause)

  useEffect(() => {
    const ending = new AbortController()
    void stayConnected(ending.signal)
    return () => {
      ending.abort()
      pause.end()
    }

    async function stayConnected(signal: AbortSignal): Promise<void> {
      let known: Connection | null = null
      while (!signal.aborted) {
        const client = await connect().catch(() => null)
        if (client && !signal.aborted) {
          const again = known !== null
          known = createConnection(client)
          if (again) void queries.invalidateQueries()
          else {
            // Whoever shows these answers asks again if they did not come, and tells why.
            void askFirst(known, queries).catch(() => null)
            await keepPreferences(client, tellProblem).catch(tellProblem)
          }
          setEngine({ connection: known, lost: false })
          await followChanges(client, queries, signal, onEvent).catch(() => null)
        }
        if (signal.aborted) return
        // Why it ended does not matter to the person, only that it did.
        setEngine({ connection: known, lost: true })
        await pause.wait()
      }
    }
  }, [queries, onEvent, pause])

  return { ...engine, retry: pause.end }
}

/** A wait that can be cut short. */
function createPause() {
  let wake: () => void = () => undefined
  return {
    wait: () =>
      new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, retryAfterMs)
      }),
    end: () => wake(),
  }
}
