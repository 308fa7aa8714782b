import type { ItemInstance } from '@headless-tree/core'
import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { ChevronRight, Ellipsis, Plus } from 'lucide-react'
import { type DragEvent, type MouseEvent, memo } from 'react'
import { formatCount } from '#renderer/i18n/index.ts'
import { ColorSwatch, InlineEdit } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import styles from './CodeRow.module.css'
import { type Entry, indent } from './entry.ts'

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
  focused: boolean
  /** Its place among its siblings, from 0, and how many they are. */
  position: number
  siblings: number
  /** CSS pixels from the tree's top. */
  top: number
  /** Gives the role, the focus and the drag. */
  item: ItemInstance<Entry>
  events: RowEvents
}

/** What rows tell the tree; the same object for all of them and for good, so that scrolling draws only rows that are new. */
export type RowEvents = {
  click: (event: MouseEvent, id: string) => void
  dragOver: (event: DragEvent, id: string, treeOwn: (event: DragEvent) => void) => void
  drop: (event: DragEvent, id: string, treeOwn: (event: DragEvent) => void) => void
  toggle: (id: string) => void
  rename: (id: string, name: string) => void
  renameEnd: () => void
}

/** One code of the tree. Its buttons are for the pointer: everything has a key on the row. */
export const CodeRow = memo(function CodeRow(props: CodeRowProps) {
  const { code, level, count, expanded, held, item, events } = props
  const { id } = code
  const { t } = useLingui()
  const codings = plural(count, { one: '# coding', other: '# codings' })
  const itemProps = item.getProps()
  const rowProps = {
    ...itemProps,
    tabIndex: props.focused ? 0 : -1,
    draggable: !props.renaming,
    'aria-setsize': props.siblings,
    'aria-posinset': props.position + 1,
    onFocus: () => item.setFocused(),
    onClick: (event: MouseEvent) => events.click(event, id),
    onDragOver: (event: DragEvent) => events.dragOver(event, id, itemProps.onDragOver),
    onDrop: (event: DragEvent) => events.drop(event, id, itemProps.onDrop),
    'aria-label': code.codable ? `${code.name}, ${codings}` : t`${code.name}, category, ${codings}`,
  }
  const heldWords = { nest: null, merge: t`Merge`, passage: t({ message: 'Code', context: 'verb' }) }
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
      style={{ transform: `translateY(${props.top}px)`, paddingLeft: 4 + level * indent }}
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
          onClick={alone(() => events.toggle(id))}
        >
          <ChevronRight />
        </button>
      )}
      <ColorSwatch color={code.color} hollow={!code.codable} />
      {props.renaming ? (
        <InlineEdit
          value={code.name}
          label={t`Name of the code`}
          className={styles.field}
          onSave={(name) => events.rename(id, name)}
          onCancel={events.renameEnd}
        />
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
})

/** The field for a code that is being added, in its place. */
export function NewCodeRow({ level, top, onSave, onCancel }: { level: number; top: number; onSave: (name: string) => void; onCancel: () => void }) {
  const { t } = useLingui()
  return (
    <div className={styles.row} role="presentation" style={{ transform: `translateY(${top}px)`, paddingLeft: 4 + level * indent }}>
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
