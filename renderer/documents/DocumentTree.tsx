import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type CSSProperties, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { useUndoRedo } from '#renderer/history/index.ts'
import { formatCount, formatShare } from '#renderer/i18n/format.ts'
import { useViewPreference } from '#renderer/state/preferences.ts'
import { closeDocument, openDocument, useWorkspace } from '#renderer/state/workspace.ts'
import { ContextMenu, InlineEdit, toast, VirtualList, type VirtualListHandle } from '#renderer/ui/index.ts'
import type { DocumentSummary } from '#shared/contract/documents.ts'
import { DocumentMenu } from './DocumentMenu.tsx'
import styles from './DocumentTree.module.css'
import { kindGroups } from './kinds.ts'
import { choose, type Row, rowsOf } from './rows.ts'

const rowHeight = 28

/** The documents by kind. Arrows walk, Enter opens, F2 renames, Delete removes; Ctrl and Shift choose several. */
export function DocumentTree({ documents, filter, onOpen }: { documents: DocumentSummary[]; filter: string; onOpen?: (() => void) | undefined }) {
  const { t } = useLingui()
  const base = useId()
  const list = useRef<VirtualListHandle>(null)
  const tree = useRef<HTMLDivElement>(null)
  const [closed, setClosed] = useViewPreference<string[]>('documents-closed', [])
  const [active, setActive] = useState<string | null>(null)
  const [chosen, setChosen] = useState<string[]>([])
  const [anchor, setAnchor] = useState<string | null>(null)
  const [renaming, setRenaming] = useState<string | null>(null)
  const shown = useWorkspace((workspace) => workspace.activeDocumentId)
  const actions = useDocumentActions(documents)

  const rows = rowsOf(documents, filter, new Set(closed))
  const at = rows.findIndex((row) => row.key === active)
  const activeRow = rows[at]
  const chosenHere = chosen.filter((id) => documents.some((document) => document.id === id))

  const open = (id: string) => {
    openDocument(id)
    onOpen?.()
  }
  const setOpen = (kind: string, isOpen: boolean) => setClosed(isOpen ? closed.filter((other) => other !== kind) : [...closed, kind])
  const goTo = (index: number, extend: boolean) => {
    const row = rows[index]
    if (!row) return
    setActive(row.key)
    list.current?.scrollToIndex(index)
    if (row.type !== 'document') return
    setChosen(choose(rows, chosenHere, anchor, row.key, { add: false, range: extend }))
    if (!extend) setAnchor(row.key)
  }
  const endRenaming = () => {
    setRenaming(null)
    tree.current?.focus()
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const last = rows.length - 1
    const moves = new Map<string, () => void>([
      ['ArrowDown', () => goTo(Math.min(at + 1, last), event.shiftKey)],
      ['ArrowUp', () => goTo(Math.max(at - 1, 0), event.shiftKey)],
      ['Home', () => goTo(0, event.shiftKey)],
      ['End', () => goTo(last, event.shiftKey)],
      ['ArrowLeft', () => (activeRow?.type === 'kind' ? setOpen(activeRow.kind, false) : goTo(headingAbove(rows, at), false))],
      ['ArrowRight', () => (activeRow?.type === 'kind' && !activeRow.open ? setOpen(activeRow.kind, true) : goTo(Math.min(at + 1, last), false))],
      ['Enter', () => (activeRow?.type === 'document' ? open(activeRow.key) : activeRow && setOpen(activeRow.kind, !activeRow.open))],
      ['F2', () => void (activeRow?.type === 'document' && setRenaming(activeRow.key))],
      ['Delete', () => actions.remove(chosenHere)],
      ['Backspace', () => void (event.metaKey && actions.remove(chosenHere))],
    ])
    if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault()
      setChosen(rows.flatMap((row) => (row.type === 'document' ? [row.key] : [])))
      return
    }
    const move = moves.get(event.key)
    if (!move || event.altKey || event.ctrlKey) return
    event.preventDefault()
    event.stopPropagation()
    move()
  }

  const onRowClick = (row: Row, event: MouseEvent) => {
    setActive(row.key)
    if (row.type === 'kind') return setOpen(row.kind, !row.open)
    const several = event.ctrlKey || event.metaKey || event.shiftKey
    setChosen(choose(rows, chosenHere, anchor, row.key, { add: event.ctrlKey || event.metaKey, range: event.shiftKey }))
    if (!event.shiftKey) setAnchor(row.key)
    if (!several) open(row.key)
  }

  /** A menu is about what is chosen; opened on another row, that row is chosen first. */
  const onContextMenu = (event: MouseEvent) => {
    const id = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-document]')?.dataset.document : undefined
    if (id === undefined || chosenHere.includes(id)) return
    setActive(id)
    setAnchor(id)
    setChosen([id])
  }

  return (
    <ContextMenu
      target={
        <div className={styles.area} style={{ '--height': `${rows.length * rowHeight + 4}px` } as CSSProperties}>
          <VirtualList
            handle={list}
            items={rows}
            itemKey={(row) => row.key}
            estimateSize={() => rowHeight}
            role="tree"
            aria-label={t`Documents`}
            aria-multiselectable
            aria-activedescendant={activeRow ? `${base}-${activeRow.key}` : undefined}
            tabIndex={0}
            rootRef={tree}
            className={styles.tree}
            onKeyDown={onKeyDown}
            onContextMenu={onContextMenu}
            onFocus={() => active === null && rows.length > 0 && setActive(shown ?? rows[0]!.key)}
            renderItem={(row) =>
              row.type === 'kind' ? (
                <KindRow row={row} id={`${base}-${row.key}`} active={row.key === active} onClick={(event) => onRowClick(row, event)} />
              ) : (
                <DocumentRow
                  row={row}
                  id={`${base}-${row.key}`}
                  active={row.key === active}
                  chosen={chosenHere.includes(row.key)}
                  shown={row.key === shown}
                  renaming={row.key === renaming}
                  onClick={(event) => onRowClick(row, event)}
                  onRename={(name) => {
                    endRenaming()
                    actions.rename(row.key, name)
                  }}
                  onCancel={endRenaming}
                />
              )
            }
          />
          {rows.length === 0 && (
            <p className={styles.none}>
              <Trans>No document has “{filter}” in its name.</Trans>
            </p>
          )}
        </div>
      }
    >
      <DocumentMenu
        documents={documents.filter((document) => chosenHere.includes(document.id))}
        onOpen={open}
        onRename={setRenaming}
        onRemove={actions.remove}
      />
    </ContextMenu>
  )
}

function headingAbove(rows: readonly Row[], at: number): number {
  for (let index = at; index >= 0; index--) if (rows[index]?.type === 'kind') return index
  return at
}

/** Renaming and removing, with the way back offered at once. */
function useDocumentActions(documents: DocumentSummary[]) {
  const { t } = useLingui()
  const { api } = useConnection()
  const { undo } = useUndoRedo()
  const rename = useMutation(api.documents.rename.mutationOptions())
  const remove = useMutation(api.documents.remove.mutationOptions())
  return {
    rename: (id: string, name: string) => rename.mutate({ id, name }),
    remove: (ids: string[]) => {
      if (ids.length === 0) return
      const name = documents.find((document) => document.id === ids[0])?.name ?? ''
      remove.mutate(
        { ids },
        {
          onSuccess: () => {
            for (const id of ids) closeDocument(id)
            const message = ids.length === 1 ? t`Removed “${name}”` : plural(ids.length, { one: 'Removed # document', other: 'Removed # documents' })
            toast({ id: 'history', message, action: { label: t`Undo`, run: undo } })
          },
        },
      )
    },
  }
}

function KindRow({
  row,
  id,
  active,
  onClick,
}: {
  row: Extract<Row, { type: 'kind' }>
  id: string
  active: boolean
  onClick: (event: MouseEvent) => void
}) {
  const Arrow = row.open ? ChevronDown : ChevronRight
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for its active row
    // biome-ignore lint/a11y/useFocusableInteractive: the tree holds the focus and names its active row
    <div role="treeitem" aria-level={1} aria-expanded={row.open} id={id} className={styles.kind} data-active={active || undefined} onClick={onClick}>
      <Arrow aria-hidden />
      <span className={styles.name}>{kindGroups()[row.kind]}</span>
      <span className={styles.count}>{formatCount(row.count)}</span>
    </div>
  )
}

function DocumentRow({
  row,
  id,
  active,
  chosen,
  shown,
  renaming,
  onClick,
  onRename,
  onCancel,
}: {
  row: Extract<Row, { type: 'document' }>
  id: string
  active: boolean
  chosen: boolean
  shown: boolean
  renaming: boolean
  onClick: (event: MouseEvent) => void
  onRename: (name: string) => void
  onCancel: () => void
}) {
  const { t } = useLingui()
  const { document } = row
  const share = document.coded === null ? null : formatShare(document.coded)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys for its active row
    // biome-ignore lint/a11y/useFocusableInteractive: the tree holds the focus and names its active row
    <div
      role="treeitem"
      aria-level={2}
      aria-posinset={row.place}
      aria-setsize={row.of}
      aria-selected={chosen}
      aria-label={share === null ? document.name : t`${document.name}, ${share} coded`}
      id={id}
      className={styles.document}
      data-document={document.id}
      data-active={active || undefined}
      data-shown={shown || undefined}
      onClick={onClick}
    >
      {renaming ? (
        <InlineEdit value={document.name} label={t`Name of the document`} onSave={onRename} onCancel={onCancel} />
      ) : (
        <>
          <span className={styles.name} title={document.name}>
            {document.name}
          </span>
          {share !== null && (
            <span
              className={styles.share}
              title={t`${share} of the text is coded, ${plural(document.codings, { one: '# coding', other: '# codings' })}`}
              style={{ '--share': document.coded } as CSSProperties}
            />
          )}
        </>
      )}
    </div>
  )
}
