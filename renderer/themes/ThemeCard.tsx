import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Ellipsis, X } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { codesType, readCodes, writeCodes } from '#renderer/state/drag.ts'
import { showMemos, showSegments, showView } from '#renderer/state/workspace.ts'
import { IconButton, InlineEdit, Menu, MenuItem, MenuSeparator, toast } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import type { Theme } from '#shared/contract/themes.ts'
import { withSubCodes } from '#shared/model/codeTree.ts'
import { AddCode } from './AddCodes.tsx'
import styles from './ThemesView.module.css'

/** One theme: its name, its claim, its codes, and how far its evidence reaches. Codes are dropped on it. */
export function ThemeCard({
  theme,
  own,
  codes,
  before,
  afterNext,
  last,
}: {
  theme: Theme
  /** The codes that it gathers. */
  own: Code[]
  codes: Code[]
  /** Its neighbours on the board, for moving it. */
  before: Theme | null
  afterNext: Theme | null
  last: boolean
}) {
  const { t } = useLingui()
  const { api, client } = useConnection()
  const [renaming, setRenaming] = useState(false)
  const [receiving, setReceiving] = useState(false)
  const update = useMutation(api.themes.update.mutationOptions())
  const addCodes = useMutation(api.themes.addCodes.mutationOptions())
  const removeCode = useMutation(api.themes.removeCode.mutationOptions())
  const move = useMutation(api.themes.move.mutationOptions())
  const remove = useMutation(api.themes.remove.mutationOptions())

  const onDrop = (event: DragEvent) => {
    setReceiving(false)
    const codeIds = readCodes(event.dataTransfer).filter((id) => !theme.codeIds.includes(id))
    if (codeIds.length === 0) return
    event.preventDefault()
    addCodes.mutate({ themeId: theme.id, codeIds })
  }
  const showEvidence = () => {
    showSegments({ title: theme.name, filter: { codeIds: [...withSubCodes(codes, theme.codeIds)] } })
    showView('code')
  }
  const onRemove = () =>
    remove.mutate(
      { id: theme.id },
      {
        onSuccess: () => toast({ message: t`Removed the theme “${theme.name}”.`, action: { label: t`Undo`, run: () => void client.history.undo() } }),
      },
    )

  return (
    <article
      className={styles.card}
      data-receiving={receiving || undefined}
      aria-label={theme.name}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(codesType)) return
        event.preventDefault()
        setReceiving(true)
      }}
      onDragLeave={() => setReceiving(false)}
      onDrop={onDrop}
    >
      <header className={styles.cardHead}>
        {renaming ? (
          <InlineEdit
            value={theme.name}
            label={t`Name of the theme`}
            onSave={(name) => {
              update.mutate({ id: theme.id, name })
              setRenaming(false)
            }}
            onCancel={() => setRenaming(false)}
          />
        ) : (
          <h2>
            <button type="button" className={styles.cardName} onClick={() => setRenaming(true)} title={t`Rename`}>
              {theme.name}
            </button>
          </h2>
        )}
        <Menu
          align="end"
          trigger={
            <IconButton label={t`Actions on “${theme.name}”`}>
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuItem onSelect={() => setRenaming(true)}>{t`Rename`}</MenuItem>
          <MenuItem onSelect={() => showMemos({ on: 'theme', id: theme.id })}>{t`Memos`}</MenuItem>
          <MenuItem disabled={!before} onSelect={() => before && move.mutate({ id: theme.id, beforeId: before.id })}>{t`Move forward`}</MenuItem>
          <MenuItem disabled={last} onSelect={() => move.mutate({ id: theme.id, beforeId: afterNext?.id ?? null })}>{t`Move back`}</MenuItem>
          <MenuSeparator />
          <MenuItem danger onSelect={onRemove}>{t`Remove`}</MenuItem>
        </Menu>
      </header>
      <Claim key={theme.claim} claim={theme.claim} label={t`Claim of “${theme.name}”`} onSave={(claim) => update.mutate({ id: theme.id, claim })} />
      <ul className={styles.chips} aria-label={t`Codes`}>
        {own.map((code) => (
          <li key={code.id} className={styles.chip} draggable onDragStart={(event) => writeCodes(event.dataTransfer, [code.id])}>
            <span className={styles.dot} style={{ background: code.color }} />
            <span className={styles.codeName}>{code.name}</span>
            <button type="button" aria-label={t`Take “${code.name}” out`} onClick={() => removeCode.mutate({ themeId: theme.id, codeId: code.id })}>
              <X aria-hidden size={12} />
            </button>
          </li>
        ))}
        <li>
          <AddCode theme={theme} codes={codes} onChoose={(codeId) => addCodes.mutate({ themeId: theme.id, codeIds: [codeId] })} />
        </li>
      </ul>
      <button type="button" className={styles.evidence} onClick={showEvidence} disabled={theme.codings === 0}>
        {theme.codings === 0 ? (
          <Trans>No passages yet</Trans>
        ) : (
          <Trans>
            <Plural value={theme.codings} one="# coding" other="# codings" /> in{' '}
            <Plural value={theme.documents} one="# document" other="# documents" />, <Plural value={theme.cases} one="# case" other="# cases" />
          </Trans>
        )}
      </button>
    </article>
  )
}

/** The claim, written in its place; saved when the field is left. */
function Claim({ claim, label, onSave }: { claim: string; label: string; onSave: (claim: string) => void }) {
  const { t } = useLingui()
  const [text, setText] = useState(claim)
  return (
    <textarea
      className={styles.claim}
      aria-label={label}
      placeholder={t`What does this theme say? Write its claim in a sentence or two.`}
      rows={2}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        setText(claim)
        event.currentTarget.blur()
      }}
      onBlur={(event) => event.target.value !== claim && onSave(event.target.value)}
    />
  )
}
