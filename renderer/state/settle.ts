/** Whoever sends edits and codings in the background; the transcript on the screen. */
let settled: () => Promise<void> = () => Promise.resolve()

/** Waits until every edit to the text and every coding has reached the engine: what an undo, or closing the project, must not overtake. */
export function settleEdits(): Promise<void> {
  return settled()
}

export function settleWith(settle: () => Promise<void>): () => void {
  settled = settle
  return () => {
    if (settled === settle) settled = () => Promise.resolve()
  }
}
