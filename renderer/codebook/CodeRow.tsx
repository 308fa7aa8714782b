import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ChevronRight, Ellipsis, Plus } from 'lucide-react'
import type { CSSProperties, HTMLAttributes, MouseEvent } from 'react'
import { formatCount } from '#renderer/i18n/index.ts'
import { ColorSwatch, InlineEdit } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import styles from './CodeRow.module.css'

/** What is held over a row and would happen to it: codes nested, codes merged, a passage coded. */
export type Held = 'nest' | 'merge' | 'passage'

export type CodeRowProps = {
  code: Code
  level: number
  count: number
  /** Null for a code without sub-codes. */
  expanded: boolean | null
  active: boolean
  selected: boolean
  renaming: boolean
  /** A click codes the passage that is selected in the transcript. */
  willCode: boolean
  held: Held | null
  matchesFilter: boolean
  /** Role, place in the tree, focus and drag: from the tree. */
  itemProps: HTMLAttributes<HTMLDivElement> & { ref?: (element: HTMLDivElement | null) => void }
  style: CSSProperties
  onToggle: () => void
  onRename: (name: string) => void
  onRenameEnd: () => void
}

/** One code of the tree. Its buttons are for the pointer: everything has a key on the row. */
export function CodeRow(props: CodeRowProps) {
  const { code, level, count, expanded, itemProps, style, held } = props
  const { t } = useLingui()
  const codings = plural(count, { one: '# coding', other: '# codings' })
  const rowProps = { ...itemProps, 'aria-label': code.codable ? `${code.name}, ${codings}` : t`${code.name}, category, ${codings}` }
  const heldWords = { nest: null, merge: t`Merge`, passage: t`Code` }
  return (
    <div
      {...rowProps}
      className={styles.row}
      data-code-id={code.id}
      data-active={props.active || undefined}
      data-selected={props.selected || undefined}
      data-held={held ?? undefined}
      data-will-code={(props.willCode && code.codable) || undefined}
      data-aside={!props.matchesFilter || undefined}
      draggable={props.renaming ? false : itemProps.draggable}
      style={{ ...style, paddingLeft: 4 + level * indent }}
      title={code.definition === '' ? undefined : `${code.name}: ${code.definition}`}
    >
      {expanded === null ? (
        <span className={styles.twist} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          aria-hidden
          className={styles.twist}
          data-expanded={expanded || undefined}
          onClick={alone(props.onToggle)}
        >
          <ChevronRight />
        </button>
      )}
      <ColorSwatch color={code.color} hollow={!code.codable} />
      {props.renaming ? (
        <InlineEdit value={code.name} label={t`Name of the code`} className={styles.field} onSave={props.onRename} onCancel={props.onRenameEnd} />
      ) : (
        <span className={styles.name}>{code.name}</span>
      )}
      {held && heldWords[held] && <span className={styles.heldWord}>{heldWords[held]}</span>}
      <span className={styles.apply} aria-hidden>
        <Plus />
      </span>
      <button type="button" tabIndex={-1} aria-label={t`What can be done with ${code.name}`} className={styles.more} onClick={openMenuHere}>
        <Ellipsis aria-hidden />
      </button>
      <span className={styles.count}>{count === 0 ? '' : formatCount(count)}</span>
    </div>
  )
}

export const indent = 16

/** The field for a code that is being added, in its place. */
export function NewCodeRow({
  level,
  style,
  onSave,
  onCancel,
}: {
  level: number
  style: CSSProperties
  onSave: (name: string) => void
  onCancel: () => void
}) {
  const { t } = useLingui()
  return (
    <div className={styles.row} role="presentation" style={{ ...style, paddingLeft: 4 + level * indent }}>
      <span className={styles.twist} />
      <span className={styles.newSwatch} aria-hidden />
      <InlineEdit value="" label={t`Name of the new code`} placeholder={t`New code`} className={styles.field} onSave={onSave} onCancel={onCancel} />
    </div>
  )
}

function alone(run: () => void) {
  return (event: MouseEvent) => {
    event.stopPropagation()
    run()
  }
}

/** The row's menu is the one of a right click, so that there is one menu only, at the button. */
function openMenuHere(event: MouseEvent<HTMLElement>): void {
  event.stopPropagation()
  const { left, bottom } = event.currentTarget.getBoundingClientRect()
  event.currentTarget.dispatchEvent(
    new window.MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX: left, clientY: bottom, button: 2 }),
  )
}
