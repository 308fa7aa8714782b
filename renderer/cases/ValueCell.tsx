import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import { Button, Popover, TextField } from '#renderer/ui/index.ts'
import type { StudyCase, Variable } from '#shared/contract/cases.ts'
import styles from './CasesView.module.css'
import { useCaseActions } from './useCaseActions.ts'
import { useInPlace } from './useInPlace.ts'
import choices from './ValueCell.module.css'

/** One case's value of one variable, edited in its place. */
export function ValueCell({ studyCase, variable }: { studyCase: StudyCase; variable: Variable }) {
  const { setValue } = useCaseActions()
  const value = studyCase.values[variable.id] ?? ''
  const save = (next: string) => next !== value && setValue({ caseId: studyCase.id, variableId: variable.id, value: next })
  const label = `${variable.name}, ${studyCase.name}`
  if (variable.type === 'category') return <CategoryCell label={label} value={value} categories={variable.categories} onSave={save} />
  return <FieldCell label={label} value={value} type={variable.type} onSave={save} />
}

type CellProps = { label: string; value: string; onSave: (value: string) => void }

function Shown({ value }: { value: string }) {
  return value === '' ? <span className={styles.missing}>–</span> : value
}

function FieldCell({ label, value, type, onSave }: CellProps & { type: 'text' | 'number' | 'date' }) {
  const { editing, start, end: stop, button } = useInPlace()
  if (!editing) {
    return (
      <button
        ref={button}
        type="button"
        className={styles.cell}
        data-cell
        data-number={type === 'number' || undefined}
        aria-label={`${label}: ${value}`}
        onClick={start}
      >
        <Shown value={value} />
      </button>
    )
  }
  const end = (text: string | null) => {
    stop()
    if (text !== null) onSave(text.trim())
  }
  return (
    <span className={styles.editing}>
      <input
        ref={(field) => {
          if (field && document.activeElement !== field) field.focus()
        }}
        className={choices.field}
        aria-label={label}
        type={type === 'date' ? 'date' : 'text'}
        inputMode={type === 'number' ? 'decimal' : undefined}
        defaultValue={value}
        onBlur={(event) => end(event.currentTarget.value)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter') end(event.currentTarget.value)
          if (event.key === 'Escape') end(null)
        }}
      />
    </span>
  )
}

/** The categories in their order, a new one, or none. */
function CategoryCell({ label, value, categories, onSave }: CellProps & { categories: string[] }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [added, setAdded] = useState('')
  const choose = (next: string) => {
    setOpen(false)
    setAdded('')
    onSave(next)
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (added.trim() !== '') choose(added.trim())
  }
  return (
    <Popover
      label={label}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.cell} data-cell aria-label={`${label}: ${value}`}>
          <Shown value={value} />
        </button>
      }
    >
      <ul className={choices.list}>
        {categories.map((category) => (
          <li key={category}>
            <button type="button" className={choices.choice} aria-pressed={category === value} onClick={() => choose(category)}>
              {category}
            </button>
          </li>
        ))}
        {value !== '' && (
          <li>
            <button type="button" className={choices.choice} data-none onClick={() => choose('')}>
              <Trans>No value</Trans>
            </button>
          </li>
        )}
      </ul>
      <form className={choices.new} onSubmit={submit}>
        <TextField label={t`New category`} hideLabel placeholder={t`New category`} value={added} onChange={(event) => setAdded(event.target.value)} />
        <Button type="submit" disabled={added.trim() === ''}>
          <Trans>Add</Trans>
        </Button>
      </form>
    </Popover>
  )
}
