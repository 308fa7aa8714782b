import { type DragTarget, dragAndDropFeature, type ItemInstance, selectionFeature, syncDataLoaderFeature, type TreeState } from '@headless-tree/core'
import { useTree } from '@headless-tree/react'
import { useMemo, useState } from 'react'
import { codesType } from '#renderer/state/drag.ts'
import type { CodebookActions } from './actions.ts'
import { type Entry, indent } from './entry.ts'
import { moveTo, type Place } from './moves.ts'
import { setCollapsed, useCodesPane } from './pane.ts'
import type { CodeTree, Filtered } from './tree.ts'

export const rootId = 'root'
/** Stands in the tree where the field for a new code is. */
export const newId = 'new'

const nothing: Entry = { code: null }

/** The codebook in headless-tree: what is open, focused, selected and dragged; its rows are drawn by CodeTree. */
export function useTreeOfCodes(tree: CodeTree, filtered: Filtered | null, actions: CodebookActions, scrollTo: (index: number) => void) {
  const collapsed = useCodesPane((pane) => pane.collapsed)
  const creatingIn = useCodesPane(({ writing }) => (writing?.kind === 'create' ? (writing.parentId ?? rootId) : null))
  const [focused, setFocused] = useState<string | null>(null)
  const [selected, setSelected] = useState<string[]>([])
  const [dnd, setDnd] = useState<TreeState<Entry>['dnd']>(null)

  const shown = filtered?.children ?? tree.children
  const childrenOf = useMemo(() => {
    const lists = new Map<string, string[]>()
    for (const [parentId, ids] of shown) lists.set(parentId ?? rootId, [...ids])
    if (creatingIn !== null) lists.set(creatingIn, [...(lists.get(creatingIn) ?? []), newId])
    return lists
  }, [shown, creatingIn])

  // A new list whenever the codes change: that is what tells headless-tree to lay out its rows anew.
  const expanded = useMemo(() => [...childrenOf.keys()].filter((id) => filtered !== null || !collapsed.has(id)), [childrenOf, filtered, collapsed])

  const keepExpanded = (open: string[]) => {
    if (filtered !== null) return
    const now = new Set(open)
    setCollapsed([...childrenOf.keys()].filter((id) => id !== rootId && !now.has(id)))
  }

  const known = (id: string) => tree.byId.has(id)
  const items = useTree<Entry>({
    rootItemId: rootId,
    features: [syncDataLoaderFeature, selectionFeature, dragAndDropFeature],
    indent,
    dataLoader: {
      getItem: (id) => {
        const code = tree.byId.get(id)
        return code ? { code } : nothing
      },
      getChildren: (id) => childrenOf.get(id) ?? [],
    },
    getItemName: (item) => item.getItemData().code?.name ?? '',
    isItemFolder: (item) => childrenOf.has(item.getId()),
    scrollToItem: (item) => scrollTo(item.getItemMeta().index),
    state: {
      expandedItems: expanded,
      focusedItem: focused !== null && known(focused) ? focused : null,
      selectedItems: selected.filter(known),
      dnd: dnd ?? null,
    },
    setExpandedItems: (next) => keepExpanded(typeof next === 'function' ? next(expanded) : next),
    setFocusedItem: setFocused,
    setSelectedItems: setSelected,
    setDndState: setDnd,
    canReorder: true,
    reorderAreaPercentage: 0.28,
    openOnDropDelay: 600,
    canDrag: (dragged) => dragged.every((item) => item.getItemData().code !== null),
    canDrop: (_dragged, target) => target.item.getId() !== newId,
    createForeignDragObject: (dragged) => ({ format: codesType, data: JSON.stringify(idsOf(dragged)), effectAllowed: 'copyMove' }),
    onDrop: (dragged, target) => actions.move(moveTo(tree, idsOf(dragged), placeOf(target), shown)),
  })

  return { items, clearDrag: () => setDnd(null) }
}

function idsOf(items: readonly ItemInstance<Entry>[]): string[] {
  return items.map((item) => item.getId())
}

function placeOf(target: DragTarget<Entry>): Place {
  const id = target.item.getId()
  return { parentId: id === rootId ? null : id, index: 'childIndex' in target ? target.childIndex : null }
}
