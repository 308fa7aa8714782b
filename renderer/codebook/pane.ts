import { create } from 'zustand'

/** A name that is being written in the tree: a code's new one, or that of a code to be. */
export type Writing = { kind: 'rename'; id: string } | { kind: 'create'; parentId: string | null }

type CodesPaneState = {
  /** Codes whose sub-codes are out of sight; all others show theirs. */
  collapsed: ReadonlySet<string>
  filter: string
  writing: Writing | null
}

/** What the codes pane remembers while it is out of sight. */
export const useCodesPane = create<CodesPaneState>()(() => ({ collapsed: new Set(), filter: '', writing: null }))

const set = useCodesPane.setState

export function expandCodes(ids: Iterable<string>): void {
  const open = new Set(ids)
  set(({ collapsed }) => ([...open].some((id) => collapsed.has(id)) ? { collapsed: new Set([...collapsed].filter((id) => !open.has(id))) } : {}))
}

export function setCollapsed(collapsed: Iterable<string>): void {
  set({ collapsed: new Set(collapsed) })
}

export function setFilter(filter: string): void {
  set({ filter })
}

/** Shows the field for a new code below `parentId` (null: at the top); the filter is emptied, for it could hide the place. */
export function beginCreate(parentId: string | null): void {
  if (parentId !== null) expandCodes([parentId])
  set({ writing: { kind: 'create', parentId }, filter: '' })
}

export function beginRename(id: string): void {
  set({ writing: { kind: 'rename', id } })
}

export function endWriting(): void {
  set({ writing: null })
}
