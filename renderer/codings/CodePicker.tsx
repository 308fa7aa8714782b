import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { formatCount } from '#renderer/i18n/index.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { AnchoredPopover, ColorSwatch, Kbd } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import styles from './CodePicker.module.css'
import { type CodeChoice, createCodeSearch, folded } from './search.ts'

type Anchor = { getBoundingClientRect(): DOMRect }

const noCodes: Code[] = []

/**
 * Finds a code by typing, at the selection. Enter takes it, Shift+Enter takes it and stays for more, Escape goes back to the text. What is
 * typed and does not exist can be made in place. `recode`: another code for a coding, which ends with one.
 */
export function CodePicker({
  anchor,
  purpose,
  onPick,
  onCreate,
  onClose,
}: {
  anchor: Anchor
  purpose: 'apply' | 'recode'
  onPick: (codeId: string) => void
  onCreate: (name: string, parentId: string | null) => void
  onClose: () => void
}) {
  const { t } = useLingui()
  const label = purpose === 'apply' ? t`Find a code for the passage` : t`Find another code for the coding`
  return (
    <AnchoredPopover anchor={anchor} label={label} open onOpenChange={(open) => !open && onClose()} className={styles.popup}>
      <Picker label={label} purpose={purpose} onPick={onPick} onCreate={onCreate} onClose={onClose} />
    </AnchoredPopover>
  )
}

type Row = { kind: 'code'; choice: CodeChoice } | { kind: 'new'; name: string; parent: Code | null }

function Picker({
  label,
  purpose,
  onPick,
  onCreate,
  onClose,
}: {
  label: string
  purpose: 'apply' | 'recode'
  onPick: (codeId: string) => void
  onCreate: (name: string, parentId: string | null) => void
  onClose: () => void
}) {
  const { t } = useLingui()
  const { rows, typed, setTyped } = useRows(purpose)
  const [at, setAt] = useState(0)
  const list = useRef<HTMLDivElement>(null)
  const id = useId()
  const active = Math.min(at, rows.length - 1)

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' })
  }, [active])

  const take = (row: Row | undefined, stay: boolean) => {
    if (!row) return
    if (row.kind === 'code') onPick(row.choice.code.id)
    else onCreate(row.name, row.parent?.id ?? null)
    if (!stay || purpose === 'recode') onClose()
    setTyped('')
    setAt(0)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key]
    if (step !== undefined && rows.length > 0) {
      event.preventDefault()
      const next = active + step
      setAt(Math.abs(step) === 1 ? (next + rows.length) % rows.length : Math.max(0, Math.min(rows.length - 1, next)))
    } else if (event.key === 'Enter') {
      event.preventDefault()
      take(rows[active], event.shiftKey)
    }
  }

  return (
    <div className={styles.picker}>
      <input
        onKeyDown={onKeyDown}
        className={styles.field}
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded
        aria-controls={`${id}-list`}
        aria-activedescendant={rows.length > 0 ? `${id}-${active}` : undefined}
        aria-autocomplete="list"
        placeholder={t`Type a code`}
        autoComplete="off"
        spellCheck={false}
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value)
          setAt(0)
        }}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={t`Codes`} className={styles.list}>
        {rows.map((row, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys and names the active option
          <div
            key={row.kind === 'code' ? row.choice.code.id : 'new'}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={styles.row}
            onPointerMove={() => setAt(index)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={(event) => take(row, event.shiftKey)}
          >
            {row.kind === 'code' ? <Choice choice={row.choice} entered={index === active} /> : <NewCode name={row.name} parent={row.parent} />}
          </div>
        ))}
      </div>
      {rows.length === 0 && (
        <p className={styles.none}>
          <Trans>No codes yet: type a name to make the first.</Trans>
        </p>
      )}
      {purpose === 'apply' && (
        <div className={styles.keys} aria-hidden>
          <span>
            <Kbd keys="enter" /> <Trans context="verb">code</Trans>
          </span>
          <span>
            <Kbd keys="shift+enter" /> <Trans>several</Trans>
          </span>
          <span>
            <Kbd keys="escape" /> <Trans>back</Trans>
          </span>
        </div>
      )}
    </div>
  )
}

function Choice({ choice, entered }: { choice: CodeChoice; entered: boolean }) {
  const { code, above } = choice
  return (
    <>
      <ColorSwatch color={code.color} />
      <span className={styles.name}>{code.name}</span>
      {above.length > 0 && <span className={styles.path}>{above.join(' › ')}</span>}
      <span className={styles.end}>{entered ? <Kbd keys="enter" /> : formatCount(code.codings)}</span>
    </>
  )
}

function NewCode({ name, parent }: { name: string; parent: Code | null }) {
  const inside = parent?.name
  return (
    <>
      <Plus aria-hidden className={styles.plus} />
      <span className={styles.name}>
        {inside === undefined ? (
          <Trans>New code “{name}”</Trans>
        ) : (
          <Trans>
            New code “{name}” in <b>{inside}</b>
          </Trans>
        )}
      </span>
    </>
  )
}

/** What is offered for what was typed: codes used last where nothing was, then the new code where none is named so. */
function useRows(purpose: 'apply' | 'recode') {
  const { api } = useConnection()
  const codes = useQuery(api.codebook.list.queryOptions()).data ?? noCodes
  const recent = useWorkspace((workspace) => workspace.recentCodeIds)
  const activeCodeId = useWorkspace((workspace) => workspace.activeCodeId)
  const [typed, setTyped] = useState('')
  const search = useMemo(() => createCodeSearch(codes), [codes])
  const rows = useMemo((): Row[] => {
    const found = search(typed)
    const name = typed.replace(/\s+/gu, ' ').trim()
    if (name === '') {
      const used = recent.flatMap((id) => found.find((choice) => choice.code.id === id) ?? [])
      return [...used, ...found.filter((choice) => !used.includes(choice))].map((choice) => ({ kind: 'code', choice }))
    }
    const known: Row[] = found.map((choice) => ({ kind: 'code', choice }))
    if (purpose === 'recode' || codes.some((code) => folded(code.name) === folded(name))) return known
    const near = found[0]?.code ?? codes.find((code) => code.id === activeCodeId)
    const parentId = near?.codable === false ? near.id : near?.parentId
    return [...known, { kind: 'new', name, parent: codes.find((code) => code.id === parentId) ?? null }]
  }, [codes, search, typed, recent, activeCodeId, purpose])
  return { rows, typed, setTyped }
}
