import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Pencil, X } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { closeDocument, openDocument, useWorkspace } from '#renderer/state/workspace.ts'
import { IconButton } from '#renderer/ui/index.ts'
import { toggleEditing, useMode } from './mode.ts'
import styles from './TranscriptTabs.module.css'

/** The open documents. Arrow keys go through them, Delete and a middle click close one. */
export function TranscriptTabs() {
  const { t } = useLingui()
  const { api } = useConnection()
  const open = useWorkspace((workspace) => workspace.openDocumentIds)
  const active = useWorkspace((workspace) => workspace.activeDocumentId)
  const editing = useMode((mode) => mode.editing)
  const documents = useQuery(api.documents.list.queryOptions()).data
  const list = useRef<HTMLDivElement>(null)
  if (open.length === 0) return null

  const onKeyDown = (event: KeyboardEvent, id: string) => {
    if (event.key === 'Delete') {
      event.preventDefault()
      closeDocument(id)
      return
    }
    const at = open.indexOf(id)
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: open.length - 1 }[event.key]
    if (next === undefined) return
    event.preventDefault()
    const index = (next + open.length) % open.length
    openDocument(open[index]!)
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[index]?.focus()
  }

  return (
    <div className={styles.bar}>
      <div ref={list} className={styles.tabs} role="tablist" aria-label={t`Open documents`}>
        {open.map((id) => {
          const name = documents?.find((document) => document.id === id)?.name ?? '…'
          return (
            <button
              key={id}
              type="button"
              role="tab"
              aria-selected={id === active}
              aria-keyshortcuts="Delete"
              tabIndex={id === active ? 0 : -1}
              className={styles.tab}
              title={name}
              onClick={(event) => (isOnCross(event.target) ? closeDocument(id) : openDocument(id))}
              onAuxClick={(event) => event.button === 1 && closeDocument(id)}
              onKeyDown={(event) => onKeyDown(event, id)}
            >
              <span className={styles.name}>{name}</span>
              <span className={styles.close} data-close aria-hidden>
                <X />
              </span>
            </button>
          )
        })}
      </div>
      <IconButton label={editing ? t`Back to coding` : t`Edit the text`} keys={editing ? 'escape' : 'e'} pressed={editing} onClick={toggleEditing}>
        <Pencil aria-hidden />
      </IconButton>
    </div>
  )
}

/** The cross is the pointer's; keys close a tab by Delete. */
function isOnCross(target: EventTarget): boolean {
  return target instanceof Element && target.closest('[data-close]') !== null
}
