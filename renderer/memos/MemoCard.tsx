import { Trans, useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import { useAutosave } from '#renderer/codebook/index.ts'
import { formatInstant } from '#renderer/i18n/index.ts'
import { IconButton } from '#renderer/ui/index.ts'
import type { Memo } from '#shared/contract/memos.ts'
import styles from './MemoCard.module.css'

export type MemoWords = { title?: string; text?: string }

/** A memo written in its place; without `memo` one that begins to exist with its first words. */
export function MemoCard({
  memo,
  coderName,
  focus,
  onSave,
  onRemove,
}: {
  memo: Memo | null
  coderName: string
  focus: boolean
  onSave: (words: MemoWords) => void
  onRemove: () => void
}) {
  const { t } = useLingui()
  const title = useAutosave(memo?.title ?? '', (words) => onSave({ title: words }))
  const text = useAutosave(memo?.text ?? '', (words) => onSave({ text: words }))
  const name = title.text.trim() === '' ? t`Memo` : title.text
  const created = memo ? formatInstant(memo.createdAt) : ''
  const modified = memo ? formatInstant(memo.modifiedAt) : ''
  return (
    <article className={styles.card} aria-label={name}>
      <div className={styles.head}>
        <input
          {...title.fieldProps}
          type="text"
          className={styles.title}
          aria-label={t`Title`}
          placeholder={t`Title`}
          autoComplete="off"
          // A new memo was asked for a moment ago, and its title is what comes next.
          ref={(field) => {
            if (!field || !focus || field.dataset.ready) return
            field.dataset.ready = 'yes'
            field.focus()
          }}
        />
        <IconButton label={t`Remove the memo`} onClick={onRemove} side="left">
          <Trash2 aria-hidden />
        </IconButton>
      </div>
      <textarea
        {...text.fieldProps}
        className={styles.text}
        rows={3}
        aria-label={t`Text of the memo`}
        placeholder={t`What you think, wonder or decide`}
      />
      {memo && (
        <p className={styles.meta}>
          {coderName}
          {' · '}
          {created === modified ? (
            <Trans>written {created}</Trans>
          ) : (
            <Trans>
              written {created}, changed {modified}
            </Trans>
          )}
        </p>
      )}
    </article>
  )
}
