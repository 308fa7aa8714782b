import { useLingui } from '@lingui/react/macro'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type MouseEvent, useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { codeSelection } from '#renderer/codings/index.ts'
import { activateCode, useWorkspace } from '#renderer/state/workspace.ts'
import { AnchoredPopover, ContextMenu } from '#renderer/ui/index.ts'
import type { CodebookActions } from './actions.ts'
import { CodeChooser } from './CodeChooser.tsx'
import { CodeMenu } from './CodeMenu.tsx'
import { CodeRow, NewCodeRow, type RowEvents } from './CodeRow.tsx'
import styles from './CodeTree.module.css'
import { ColorChoice } from './ColorChoice.tsx'
import { indent } from './entry.ts'
import { topmost } from './moves.ts'
import { endWriting, expandCodes, useCodesPane } from './pane.ts'
import { ancestorsOf, type Filtered, shownCount, type CodeTree as Tree } from './tree.ts'
import { useListedTreeKeys } from './useListedTreeKeys.ts'
import { useRowDrag } from './useRowDrag.ts'
import { useTreeKeys } from './useTreeKeys.ts'
import { newId, useTreeOfCodes } from './useTreeOfCodes.ts'

const rowHeight = 28
const estimateSize = () => rowHeight

/** The codebook as a tree: rows exist only where they can be seen, so that thousands of codes scroll like ten. */
export function CodeTree({ tree, filtered, actions }: { tree: Tree; filtered: Filtered | null; actions: CodebookActions }) {
  const { t } = useLingui()
  const scroller = useRef<HTMLDivElement>(null)
  const activeCodeId = useWorkspace((workspace) => workspace.activeCodeId)
  const willCode = useWorkspace((workspace) => workspace.selection !== null)
  const writing = useCodesPane((pane) => pane.writing)
  const [menuId, setMenuId] = useState<string | null>(null)
  const [beside, setBeside] = useState<{ what: 'color' | 'merge'; ids: string[]; anchor: Element | null } | null>(null)
  /** A code that was just made and gets the focus as soon as it is in the tree. */
  const [madeId, setMadeId] = useState<string | null>(null)
  const rangeAnchor = useRef<string | null>(null)

  const { items, clearDrag } = useTreeOfCodes(tree, filtered, actions, (index) => virtualizer.scrollToIndex(index))
  const rows = items.getItems()
  const ids = useMemo(() => rows.map((row) => row.getId()), [rows])
  const { focusedItem } = items.getState()
  const focusedIndex = focusedItem === null ? 0 : ids.indexOf(focusedItem)
  // Lasting functions, for a new one makes the virtualizer measure thousands of rows anew.
  const getItemKey = useCallback((index: number) => ids[index] ?? index, [ids])
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 10,
    // The row that has the focus stays, or scrolling it out of sight would take the keyboard away.
    rangeExtractor: (range) =>
      [...new Set([...defaultRangeExtractor(range), ...(focusedIndex >= 0 ? [focusedIndex] : [])])].toSorted((a, b) => a - b),
  })

  const bringIntoView = useEffectEvent((id: string) => {
    const index = ids.indexOf(id)
    if (index >= 0) virtualizer.scrollToIndex(index)
  })
  useEffect(() => {
    if (activeCodeId === null) return
    expandCodes(ancestorsOf(tree, activeCodeId))
    const frame = requestAnimationFrame(() => bringIntoView(activeCodeId))
    return () => cancelAnimationFrame(frame)
  }, [activeCodeId, tree])
  const focusRow = useEffectEvent((id: string) => {
    items.setSelectedItems([id])
    items.getItemInstance(id).setFocused()
    items.updateDomFocus()
  })
  useEffect(() => {
    if (madeId === null || !tree.byId.has(madeId)) return
    setMadeId(null)
    focusRow(madeId)
  }, [madeId, tree])
  useEffect(() => {
    if (writing?.kind === 'create') bringIntoView(newId)
  }, [writing])

  const selectedIds = items.getState().selectedItems
  /** What an action on a row is for: all that is selected if the row is. */
  const withSelected = (id: string) => (selectedIds.includes(id) ? topmost(tree, selectedIds) : [id])

  const choose = (id: string) => {
    items.setSelectedItems([id])
    rangeAnchor.current = id
    activateCode(id)
  }
  const applyOrShow = (id: string) => {
    choose(id)
    if (tree.byId.get(id)?.codable) codeSelection([id])
  }
  const onRowClick = (event: MouseEvent, id: string) => {
    items.getItemInstance(id).setFocused()
    if (event.shiftKey) {
      const [a, b] = [ids.indexOf(rangeAnchor.current ?? id), ids.indexOf(id)].toSorted((x, y) => x - y)
      items.setSelectedItems(ids.slice(Math.max(a!, 0), b! + 1).filter((rowId) => rowId !== newId))
    } else if (event.ctrlKey || event.metaKey) {
      items.getItemInstance(id).toggleSelect()
      rangeAnchor.current = id
    } else applyOrShow(id)
  }

  const drag = useRowDrag({ tree, items, clearDrag, actions })
  const rowEvents = useRowEvents({
    click: onRowClick,
    dragOver: drag.onDragOver,
    drop: drag.onDrop,
    toggle: (id) => {
      const item = items.getItemInstance(id)
      if (item.isExpanded()) item.collapse()
      else item.expand()
    },
    rename: (id, name) => {
      endWriting()
      actions.rename(id, name)
      items.updateDomFocus()
    },
    renameEnd: () => {
      endWriting()
      items.updateDomFocus()
    },
  })
  useListedTreeKeys()
  const onKeyDown = useTreeKeys({ tree, items, actions, withSelected, applyOrShow, show: choose })

  const onContextMenu = (event: MouseEvent) => {
    const id = event.target instanceof Element ? (event.target.closest<HTMLElement>('[data-code-id]')?.dataset.codeId ?? null) : null
    setMenuId(id)
    if (id === null) return
    items.getItemInstance(id).setFocused()
    if (!selectedIds.includes(id)) items.setSelectedItems([id])
  }

  const menuCode = menuId === null ? undefined : tree.byId.get(menuId)
  const popoverAt = (what: 'color' | 'merge', id: string) =>
    setBeside({ what, ids: withSelected(id), anchor: items.getItemInstance(id).getElement() ?? null })

  const treeProps = { ...items.getContainerProps(t`Codes`), 'aria-multiselectable': true, onDragLeave: drag.onLeave }

  return (
    <>
      <ContextMenu
        target={
          // biome-ignore lint/a11y/noStaticElementInteractions: the keys and menus belong to the tree inside, whose rows have the focus
          <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown} onContextMenuCapture={onContextMenu}>
            <div {...treeProps} className={styles.rows} style={{ height: virtualizer.getTotalSize() }}>
              {virtualizer.getVirtualItems().map((virtual) => {
                const item = rows[virtual.index]!
                const id = item.getId()
                const code = item.getItemData().code
                const { level, posInSet, setSize } = item.getItemMeta()
                if (id === newId) {
                  const parentId = writing?.kind === 'create' ? writing.parentId : null
                  const onSave = (name: string) => {
                    endWriting()
                    actions.create(name, parentId, setMadeId)
                  }
                  const onCancel = () => {
                    endWriting()
                    items.updateDomFocus()
                  }
                  return <NewCodeRow key={id} level={level} top={virtual.start} onSave={onSave} onCancel={onCancel} />
                }
                if (!code) return null
                const expanded = item.isFolder() ? item.isExpanded() : null
                return (
                  <CodeRow
                    key={id}
                    item={item}
                    code={code}
                    level={level}
                    position={posInSet}
                    siblings={setSize}
                    top={virtual.start}
                    count={shownCount(tree, id, expanded === true && filtered === null)}
                    expanded={expanded}
                    active={id === activeCodeId}
                    focused={virtual.index === focusedIndex}
                    selected={item.isSelected()}
                    renaming={writing?.kind === 'rename' && writing.id === id}
                    willCode={willCode}
                    held={drag.heldOver(item)}
                    matchesFilter={filtered === null || filtered.matches.has(id)}
                    events={rowEvents}
                  />
                )
              })}
              <div className={styles.line} style={drag.isOver ? { display: 'none' } : items.getDragLineStyle(-1, indent + 4)} />
            </div>
          </div>
        }
      >
        {menuCode && (
          <CodeMenu
            code={menuCode}
            ids={withSelected(menuCode.id)}
            actions={actions}
            onColor={() => popoverAt('color', menuCode.id)}
            onMerge={() => popoverAt('merge', menuCode.id)}
          />
        )}
      </ContextMenu>
      <AnchoredPopover
        anchor={beside?.anchor ?? null}
        label={beside?.what === 'color' ? t`Colour` : t`Merge into`}
        open={beside !== null}
        onOpenChange={(open) => !open && setBeside(null)}
      >
        {beside?.what === 'color' && (
          <ColorChoice value={tree.byId.get(beside.ids[0]!)?.color ?? ''} onChange={(color) => actions.setColor(beside.ids, color)} />
        )}
        {beside?.what === 'merge' && (
          <CodeChooser
            label={t`Merge into`}
            without={beside.ids}
            onChoose={(intoId) => {
              setBeside(null)
              actions.merge(beside.ids, intoId)
            }}
          />
        )}
      </AnchoredPopover>
    </>
  )
}

/** One object for good whose functions do what those of the latest drawing do. */
function useRowEvents(events: RowEvents): RowEvents {
  const latest = useRef(events)
  useLayoutEffect(() => {
    latest.current = events
  })
  const [lasting] = useState<RowEvents>(() => ({
    click: (...given) => latest.current.click(...given),
    dragOver: (...given) => latest.current.dragOver(...given),
    drop: (...given) => latest.current.drop(...given),
    toggle: (id) => latest.current.toggle(id),
    rename: (id, name) => latest.current.rename(id, name),
    renameEnd: () => latest.current.renameEnd(),
  }))
  return lasting
}
