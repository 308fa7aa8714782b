import { type FocusEvent, type KeyboardEvent, useRef } from 'react'
import styles from './InlineEdit.module.css'

/**
 * A name that becomes a field in its place. Enter and leaving the field save, Escape gives up; an empty or unchanged text counts as
 * given up. Composing with an input method never ends it.
 */
export function InlineEdit({
  value,
  label,
  placeholder,
  onSave,
  onCancel,
  className,
}: {
  value: string
  label: string
  placeholder?: string | undefined
  onSave: (value: string) => void
  onCancel: () => void
  className?: string | undefined
}) {
  const ended = useRef(false)
  const end = (text: string | null) => {
    if (ended.current) return
    ended.current = true
    const clean = text?.trim() ?? ''
    if (clean === '' || clean === value.trim()) onCancel()
    else onSave(clean)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    // A tree or a list around the field must not take its keys.
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') end(event.currentTarget.value)
    if (event.key === 'Escape') end(null)
  }
  return (
    <input
      // The field appears because the person asked to rename: it takes the focus that the name had.
      ref={(field) => {
        if (!field || field.dataset.ready) return
        field.dataset.ready = 'yes'
        field.focus()
        field.select()
      }}
      type="text"
      className={[styles.input, className].filter(Boolean).join(' ')}
      aria-label={label}
      defaultValue={value}
      placeholder={placeholder}
      autoComplete="off"
      spellCheck={false}
      onKeyDown={onKeyDown}
      onBlur={(event: FocusEvent<HTMLInputElement>) => end(event.currentTarget.value)}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    />
  )
}
