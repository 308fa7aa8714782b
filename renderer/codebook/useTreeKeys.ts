import type { ItemInstance, TreeInstance } from '@headless-tree/core'
import { type KeyboardEvent, useRef } from 'react'
import type { CodebookActions } from './actions.ts'
import type { Entry } from './entry.ts'
import { moveBy } from './moves.ts'
import { beginCreate, beginRename } from './pane.ts'
import { type CodeTree, typeAhead } from './tree.ts'
import { treeCommand } from './treeKeys.ts'
import { newId } from './useTreeOfCodes.ts'

const typingPauseMs = 700

/** The tree by keyboard alone. */
export function useTreeKeys({
  tree,
  items,
  actions,
  withSelected,
  applyOrShow,
  show,
}: {
  tree: CodeTree
  items: TreeInstance<Entry>
  actions: CodebookActions
  withSelected: (id: string) => readonly string[]
  applyOrShow: (id: string) => void
  show: (id: string) => void
}): (event: KeyboardEvent) => void {
  const typed = useRef({ letters: '', at: 0 })

  const go = (item: ItemInstance<Entry> | undefined, extend = false) => {
    if (!item || item.getId() === newId) return
    if (extend) {
      items.getFocusedItem().select()
      item.select()
    }
    item.setFocused()
    items.updateDomFocus()
  }

  const goTyped = (letter: string) => {
    const now = Date.now()
    const letters = now - typed.current.at < typingPauseMs ? typed.current.letters + letter : letter
    typed.current = { letters, at: now }
    const ids = items.getItems().map((item) => item.getId())
    const id = typeAhead(tree, ids, items.getFocusedItem().getId(), letters)
    if (id !== null) go(items.getItemInstance(id))
  }

  return (event) => {
    if (event.nativeEvent.isComposing || event.target instanceof HTMLInputElement) return
    const command = treeCommand(event)
    const item = items.getFocusedItem() as ItemInstance<Entry> | undefined
    const code = item?.getItemData().code
    if (!command || !item || !code) return
    event.preventDefault()
    const rows = items.getItems()
    switch (command.do) {
      case 'focus': {
        const { index } = item.getItemMeta()
        const to = { next: index + 1, previous: index - 1, first: 0, last: rows.length - 1 }[command.to]
        return go(rows[to], command.extend)
      }
      case 'open':
        if (item.isFolder() && !item.isExpanded()) return item.expand()
        return item.isFolder() ? go(item.getItemBelow()) : undefined
      case 'close':
        if (item.isFolder() && item.isExpanded()) return item.collapse()
        return item.getItemMeta().level > 0 ? go(item.getParent()) : undefined
      case 'apply':
        return applyOrShow(code.id)
      case 'show':
        return show(code.id)
      case 'toggle':
        return item.toggleSelect()
      case 'selectAll':
        return items.setSelectedItems(rows.map((row) => row.getId()).filter((id) => id !== newId))
      case 'rename':
        return beginRename(code.id)
      case 'remove': {
        const next = rows.slice(item.getItemMeta().index + 1).find((row) => !row.isDescendentOf(code.id)) ?? item.getItemAbove()
        actions.remove(withSelected(code.id))
        return go(next)
      }
      case 'createBeside':
        return beginCreate(code.parentId)
      case 'createBelow':
        return beginCreate(code.id)
      case 'move':
        return actions.move(moveBy(tree, code.id, command.step))
      case 'type':
        return goTyped(command.letter)
    }
  }
}
