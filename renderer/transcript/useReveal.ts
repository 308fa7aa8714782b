import { useEffect } from 'react'
import { useWorkspace } from '#renderer/state/workspace.ts'
import type { Live } from './useView.ts'

/** The last wish that was fulfilled: opening a document again is not a new one. */
let done = 0

/** Brings a passage into view that something else in the window asked for, and marks it until the person goes on. */
export function useReveal(live: Live | null, documentId: string): void {
  const reveal = useWorkspace((workspace) => workspace.reveal)
  const view = live?.view
  useEffect(() => {
    if (!view || !reveal || reveal.documentId !== documentId || reveal.nonce === done) return
    done = reveal.nonce
    const span = (reveal.codingId && view.spanOf(reveal.codingId)) || reveal
    view.reveal({ start: span.start, end: span.end })
  }, [view, reveal, documentId])
}
