import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown, Plus, Trash2 } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Button, Popover, Select, TextArea, TextField } from '#renderer/ui/index.ts'
import type { Variable } from '#shared/contract/cases.ts'
import { useCaseActions } from './useCaseActions.ts'
import styles from './VariableEditor.module.css'

function useTypeNames(): Record<Variable['type'], string> {
  const { t } = useLingui()
  return { category: t`Categories, in an order`, text: t`Text`, number: t`Number`, date: t`Date` }
}

const lines = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** A new property of all cases. */
export function NewVariable() {
  const { t } = useLingui()
  const types = useTypeNames()
  const { createVariable } = useCaseActions()
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const [type, setType] = useState<Variable['type']>('category')
  const [categories, setCategories] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    const made = { name, type, categories: type === 'category' ? lines(categories) : [] }
    createVariable(made, {
      onSuccess: () => {
        setOpen(false)
        setName('')
        setCategories('')
      },
    })
  }
  return (
    <Popover
      label={t`New variable`}
      align="end"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button icon={<Plus aria-hidden />}>
          <Trans>New variable</Trans>
        </Button>
      }
    >
      <form className={styles.form} onSubmit={submit}>
        <TextField label={t`Name`} placeholder={t`Such as age group`} value={name} onChange={(event) => setName(event.target.value)} />
        <Select
          label={t`Holds`}
          value={type}
          options={(['category', 'text', 'number', 'date'] as const).map((value) => ({ value, label: types[value] }))}
          onValueChange={setType}
        />
        {type === 'category' && (
          <TextArea label={t`Categories, one a line`} rows={3} value={categories} onChange={(event) => setCategories(event.target.value)} />
        )}
        <div className={styles.end}>
          <Button type="submit" look="primary" disabled={name.trim() === ''}>
            <Trans>Add</Trans>
          </Button>
        </div>
      </form>
    </Popover>
  )
}

/** A variable's column heading, behind which it is renamed, its categories changed, or it is removed. */
export function VariableHead({ variable }: { variable: Variable }) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      label={variable.name}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <button type="button" className={styles.head}>
          {variable.name}
          <ChevronDown aria-hidden />
        </button>
      }
    >
      <EditVariable variable={variable} onDone={() => setOpen(false)} />
    </Popover>
  )
}

function EditVariable({ variable, onDone }: { variable: Variable; onDone: () => void }) {
  const { t } = useLingui()
  const types = useTypeNames()
  const { updateVariable, removeVariable } = useCaseActions()
  const [name, setName] = useState(variable.name)
  const [categories, setCategories] = useState(variable.categories.join('\n'))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    updateVariable({ id: variable.id, name, ...(variable.type === 'category' && { categories: lines(categories) }) }, { onSuccess: onDone })
  }
  return (
    <form className={styles.form} onSubmit={submit}>
      <TextField label={t`Name`} hint={types[variable.type]} value={name} onChange={(event) => setName(event.target.value)} />
      {variable.type === 'category' && (
        <TextArea
          label={t`Categories, one a line`}
          hint={t`A category renamed at its place keeps its cases; one taken away leaves them without a value.`}
          rows={4}
          value={categories}
          onChange={(event) => setCategories(event.target.value)}
        />
      )}
      <div className={styles.end}>
        <Button
          look="danger"
          icon={<Trash2 aria-hidden />}
          onClick={() => {
            onDone()
            removeVariable(variable.id, variable.name)
          }}
        >
          <Trans>Remove</Trans>
        </Button>
        <Button type="submit" look="primary" disabled={name.trim() === ''}>
          <Trans>Save</Trans>
        </Button>
      </div>
    </form>
  )
}
