import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { ArrowRightLeft, NotebookPen, Trash2 } from 'lucide-react'
import { useConnection } from '#renderer/connection/api.ts'
import { activateCode, selectCodings, showMemos, useWorkspace } from '#renderer/state/workspace.ts'
import { AnchoredPopover, ColorSwatch, IconButton } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import type { Coding } from '#shared/contract/codings.ts'
import styles from './CodingsHere.module.css'

type Anchor = { getBoundingClientRect(): DOMRect }

type Actions = {
  onRecode: (codingId: string) => void
  onRemove: (codingId: string) => void
  onUpdate: (codingId: string, fields: { comment?: string; weight?: number | null }) => void
}

/** What is coded at a place: every coding that overlaps there with its code's meaning, and what can be done with it. */
export function CodingsHere({
  anchor,
  align,
  codings,
  onClose,
  ...actions
}: { anchor: Anchor; align: 'start' | 'end'; codings: Coding[]; onClose: () => void } & Actions) {
  const { t } = useLingui()
  const { api } = useConnection()
  const codes = useQuery(api.codebook.list.queryOptions()).data
  const coders = useQuery(api.coders.list.queryOptions()).data
  return (
    <AnchoredPopover
      anchor={anchor}
      label={t`What is coded here`}
      open
      onOpenChange={(open) => !open && onClose()}
      side="bottom"
      align={align}
      className={styles.popup}
    >
      <h2 className={styles.title}>
        <Trans>What is coded here</Trans>
      </h2>
      {codings.length === 0 ? (
        <p className={styles.empty}>
          <Trans>Nothing yet. Select a passage and press C to code it.</Trans>
        </p>
      ) : (
        <ul className={styles.list}>
          {codings.map((coding) => (
            <One
              key={coding.id}
              coding={coding}
              code={codes?.find((code) => code.id === coding.codeId)}
              coder={coders?.find((coder) => coder.id === coding.coderId)?.name ?? ''}
              {...actions}
            />
          ))}
        </ul>
      )}
    </AnchoredPopover>
  )
}

function One({ coding, code, coder, onRecode, onRemove, onUpdate }: { coding: Coding; code: Code | undefined; coder: string } & Actions) {
  const { t } = useLingui()
  const chosen = useWorkspace((workspace) => workspace.selectedCodingIds.includes(coding.id))
  const name = code?.name ?? '…'
  const choose = () => {
    selectCodings([coding.id])
    activateCode(coding.codeId)
  }
  return (
    <li className={styles.coding} data-chosen={chosen || undefined}>
      <div className={styles.head}>
        <button type="button" className={styles.name} aria-pressed={chosen} onClick={choose}>
          <ColorSwatch color={code?.color ?? '#7d8aa5'} />
          <span>{name}</span>
        </button>
        <span className={styles.coder}>{coder}</span>
        <IconButton label={t`Another code for “${name}”`} onClick={() => onRecode(coding.id)}>
          <ArrowRightLeft aria-hidden />
        </IconButton>
        <IconButton label={t`Memo on this coding of “${name}”`} pressed={coding.memos > 0} onClick={() => showMemos({ on: 'coding', id: coding.id })}>
          <NotebookPen aria-hidden />
        </IconButton>
        <IconButton label={t`Remove the coding “${name}”`} onClick={() => onRemove(coding.id)}>
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      {code && code.definition !== '' && <p className={styles.definition}>{code.definition}</p>}
      <div className={styles.fields}>
        <CommentField coding={coding} name={name} onSave={(comment) => onUpdate(coding.id, { comment })} />
        <WeightField coding={coding} name={name} onSave={(weight) => onUpdate(coding.id, { weight })} />
      </div>
    </li>
  )
}

function CommentField({ coding, name, onSave }: { coding: Coding; name: string; onSave: (comment: string) => void }) {
  const { t } = useLingui()
  return (
    <input
      key={coding.comment}
      type="text"
      className={styles.comment}
      aria-label={t`Comment on “${name}”`}
      placeholder={t`Comment`}
      defaultValue={coding.comment}
      onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && event.currentTarget.blur()}
      onBlur={(event) => event.target.value !== coding.comment && onSave(event.target.value)}
    />
  )
}

function WeightField({ coding, name, onSave }: { coding: Coding; name: string; onSave: (weight: number | null) => void }) {
  const { t } = useLingui()
  return (
    <input
      key={coding.weight}
      type="number"
      min={0}
      max={100}
      step={1}
      className={styles.weight}
      aria-label={t`Weight of “${name}”, 0 to 100`}
      placeholder={t`Weight`}
      defaultValue={coding.weight ?? ''}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
      onBlur={(event) => {
        const weight = event.target.value === '' ? null : Number(event.target.value)
        if (!event.target.validity.valid) event.target.value = coding.weight === null ? '' : String(coding.weight)
        else if (weight !== coding.weight) onSave(weight)
      }}
    />
  )
}
