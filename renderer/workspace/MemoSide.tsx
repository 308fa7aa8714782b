import { useWorkspace } from '#renderer/state/workspace.ts'
import { Loaded } from './Loaded.tsx'
import { MemoPanel } from './views.tsx'

/** The memo panel beside any view, while something's memos are open. */
export function MemoSide() {
  const open = useWorkspace((workspace) => workspace.memoTarget !== null)
  if (!open) return null
  return (
    <Loaded>
      <MemoPanel />
    </Loaded>
  )
}
