import { Plural } from '@lingui/react/macro'
import { MessageSquareText, StickyNote } from 'lucide-react'
import { type HTMLAttributes, type ReactNode, type Ref, useState } from 'react'
import { formatMs } from '#renderer/i18n/index.ts'
import { ColorSwatch } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import type { Segment } from '#shared/contract/codings.ts'
import styles from './SegmentCard.module.css'

/**
 * A coded passage with where it stands and what surrounds it. A click anywhere on it, or Enter, calls `onOpen`.
 *
 * `code` is named on the card where the list holds several; `passage` takes the place of the plain text, for a view that marks parts of
 * it; `actions` show on hover and focus.
 */
export function SegmentCard({
  segment,
  code,
  showDocument = true,
  passage,
  actions,
  current = false,
  onOpen,
  className,
  ...rest
}: {
  segment: Segment
  code?: Code | null | undefined
  showDocument?: boolean | undefined
  passage?: ReactNode
  actions?: ReactNode
  /** The one whose place was gone to last. */
  current?: boolean | undefined
  onOpen: (segment: Segment) => void
  ref?: Ref<HTMLElement> | undefined
} & Omit<HTMLAttributes<HTMLElement>, 'children'>) {
  // Buttons with their tooltips for every card that scrolls by would cost more than the cards.
  const [engaged, setEngaged] = useState(false)
  const { documentName, speaker, startMs, cases, coderName, comment, memos } = segment
  const where = [startMs === null ? null : formatMs(startMs), ...cases.filter((name) => name !== speaker)].filter((part) => part !== null)
  return (
    <article
      // biome-ignore lint/a11y/noNoninteractiveTabindex: in a feed the articles take the focus (WAI-ARIA), and arrow keys go between them
      tabIndex={0}
      {...rest}
      className={[styles.card, className].filter(Boolean).join(' ')}
      aria-current={current || undefined}
      aria-label={[documentName, speaker, ...where].filter(Boolean).join(', ')}
      onPointerEnter={(event) => {
        rest.onPointerEnter?.(event)
        setEngaged(true)
      }}
      onFocus={(event) => {
        rest.onFocus?.(event)
        setEngaged(true)
      }}
      onClick={(event) => {
        rest.onClick?.(event)
        // Selecting words to copy them is no wish to go somewhere.
        if (!event.defaultPrevented && getSelection()?.isCollapsed !== false) onOpen(segment)
      }}
      onKeyDown={(event) => {
        rest.onKeyDown?.(event)
        if (event.key !== 'Enter' || event.target !== event.currentTarget) return
        event.preventDefault()
        onOpen(segment)
      }}
    >
      <div className={styles.where}>
        {showDocument ? <span className={styles.document}>{documentName}</span> : null}
        {speaker !== null && <span className={showDocument ? styles.quiet : styles.document}>{speaker}</span>}
        {where.length > 0 && <span className={styles.quiet}>{where.join(' · ')}</span>}
        <span className={styles.quiet}>
          {coderName}
          {memos > 0 && (
            <span className={styles.mark}>
              <StickyNote aria-hidden />
              <span aria-hidden>{memos}</span>
              <span className="visually-hidden">
                <Plural value={memos} one="# memo" other="# memos" />
              </span>
            </span>
          )}
        </span>
      </div>
      <div className={styles.what}>
        {code && (
          <span className={styles.code}>
            <ColorSwatch color={code.color} />
            {code.name}
          </span>
        )}
        <p className={styles.text}>
          {segment.before && <span className={styles.context}>{inOneLine(segment.before)}</span>}
          {passage ?? segment.text}
          {segment.after && <span className={styles.context}>{inOneLine(segment.after)}</span>}
        </p>
        {comment !== '' && (
          <p className={styles.comment}>
            <MessageSquareText aria-hidden />
            {comment}
          </p>
        )}
      </div>
      {actions && engaged && <div className={styles.actions}>{actions}</div>}
    </article>
  )
}

/** Around a passage turns are divided by a stroke, as transcripts quoted in running text do, so that cards stay low. */
function inOneLine(context: string): string {
  return context.replaceAll('\n', ' / ')
}
