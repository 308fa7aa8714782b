import type { ItemInstance, TreeInstance } from '@headless-tree/core'
import { type DragEvent, useState } from 'react'
import { codePassage } from '#renderer/codings/index.ts'
import { useConnection } from '#renderer/connection/api.ts'
import { passageType, readPassage } from '#renderer/state/drag.ts'
import type { CodebookActions } from './actions.ts'
import type { Held } from './CodeRow.tsx'
import type { Entry } from './entry.ts'
import { topmost } from './moves.ts'
import type { CodeTree } from './tree.ts'

/**
 * What a row takes beside what the tree itself does (a ring to nest, a line to reorder): codes held over it with Alt are merged into it,
 * and a passage from the transcript is coded with it.
 */
export function useRowDrag({
  tree,
  items,
  clearDrag,
  actions,
}: {
  tree: CodeTree
  items: TreeInstance<Entry>
  clearDrag: () => void
  actions: CodebookActions
}) {
  const connection = useConnection()
  const [over, setOver] = useState<{ id: string; held: 'merge' | 'passage' } | null>(null)
  const dragged = () => items.getState().dnd?.draggedItems?.map((item) => item.getId()) ?? []

  const heldBy = (event: DragEvent, id: string): 'merge' | 'passage' | null => {
    if (event.dataTransfer.types.includes(passageType)) return tree.byId.get(id)?.codable ? 'passage' : null
    const ids = dragged()
    return event.altKey && ids.length > 0 && !ids.includes(id) ? 'merge' : null
  }

  return {
    isOver: over !== null,
    onLeave: () => setOver(null),

    heldOver: (item: ItemInstance<Entry>): Held | null => {
      if (over) return over.id === item.getId() ? over.held : null
      return item.isUnorderedDragTarget() ? 'nest' : null
    },

    onDragOver: (event: DragEvent, id: string, treeOwn: (event: DragEvent) => void) => {
      const held = heldBy(event, id)
      setOver((before) => (held === null ? null : before?.id === id && before.held === held ? before : { id, held }))
      if (held === null) return treeOwn(event)
      event.preventDefault()
      event.stopPropagation()
      event.dataTransfer.dropEffect = held === 'merge' ? 'move' : 'copy'
    },

    onDrop: (event: DragEvent, id: string, treeOwn: (event: DragEvent) => void) => {
      const held = heldBy(event, id)
      setOver(null)
      if (held === null) return treeOwn(event)
      event.preventDefault()
      event.stopPropagation()
      if (held === 'passage') {
        const passage = readPassage(event.dataTransfer)
        if (passage) void codePassage(passage, [id], connection)
        return
      }
      actions.merge(topmost(tree, dragged()), id)
      clearDrag()
    },
  }
}
