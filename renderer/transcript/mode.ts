import { create } from 'zustand'

/** Whether keys write into the text or code it. Every document opens for coding. */
export const useMode = create<{ editing: boolean }>()(() => ({ editing: false }))

export function setEditing(editing: boolean): void {
  useMode.setState({ editing })
}

export function toggleEditing(): void {
  useMode.setState(({ editing }) => ({ editing: !editing }))
}

/** Waits until every edit to the transcript on the screen has reached the engine: what an undo must not overtake. */
export async function settleEdits(): Promise<void> {
  await settled()
}

let settled: () => Promise<void> = () => Promise.resolve()

export function settleWith(settle: () => Promise<void>): () => void {
  settled = settle
  return () => {
    if (settled === settle) settled = () => Promise.resolve()
  }
}
