import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Check, Pencil } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { Button, IconButton, InlineEdit, Popover, TextField } from '#renderer/ui/index.ts'
import type { Coder } from '#shared/contract/coders.ts'
import styles from './CoderSwitcher.module.css'
import { initials } from './initials.ts'

/** Who codes in this window, and who else does. */
export function CoderSwitcher() {
  const { t } = useLingui()
  const { api } = useConnection()
  const [open, setOpen] = useState(false)
  const current = useQuery(api.coders.current.queryOptions())
  if (!current.data) return null
  const { name } = current.data
  return (
    <Popover
      label={t`Coder`}
      align="end"
      open={open}
      onOpenChange={setOpen}
      className={styles.popup}
      trigger={
        <button type="button" className={styles.trigger} aria-label={t`Coder: ${name}`}>
          <Avatar coder={current.data} />
          <span className={styles.triggerName}>{name}</span>
        </button>
      }
    >
      <Coders current={current.data} onDone={() => setOpen(false)} />
    </Popover>
  )
}

function Avatar({ coder }: { coder: Coder }) {
  return (
    <span aria-hidden className={styles.avatar}>
      {initials(coder.name)}
    </span>
  )
}

function Coders({ current, onDone }: { current: Coder; onDone: () => void }) {
  const { api } = useConnection()
  const queries = useQueryClient()
  const coders = useQuery(api.coders.list.queryOptions())
  const setCurrent = useMutation(
    api.coders.setCurrent.mutationOptions({
      onSuccess: () => {
        void queries.invalidateQueries({ queryKey: api.coders.current.key() })
        onDone()
      },
    }),
  )
  return (
    <div className={styles.content}>
      <p className={styles.title}>
        <Trans>Coding as</Trans>
      </p>
      <ul>
        {coders.data?.map((coder) => (
          <CoderRow key={coder.id} coder={coder} chosen={coder.id === current.id} onChoose={() => setCurrent.mutate({ id: coder.id })} />
        ))}
      </ul>
      <NewCoder onMade={(coder) => setCurrent.mutate({ id: coder.id })} />
    </div>
  )
}

function CoderRow({ coder, chosen, onChoose }: { coder: Coder; chosen: boolean; onChoose: () => void }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const [renaming, setRenaming] = useState(false)
  const rename = useMutation(api.coders.rename.mutationOptions())
  if (renaming) {
    const save = (name: string) => {
      setRenaming(false)
      rename.mutate({ id: coder.id, name })
    }
    return (
      <li className={styles.row}>
        <Avatar coder={coder} />
        <InlineEdit value={coder.name} label={t`Name of the coder`} onSave={save} onCancel={() => setRenaming(false)} />
      </li>
    )
  }
  return (
    <li className={styles.row}>
      <button type="button" className={styles.choose} aria-pressed={chosen} onClick={onChoose}>
        <Avatar coder={coder} />
        <span className={styles.name}>{coder.name}</span>
        <span className={styles.count}>
          <Plural value={coder.codings} one="# coding" other="# codings" />
        </span>
        <span className={styles.check}>{chosen && <Check aria-hidden />}</span>
      </button>
      <IconButton label={t`Rename ${coder.name}`} onClick={() => setRenaming(true)}>
        <Pencil aria-hidden />
      </IconButton>
    </li>
  )
}

function NewCoder({ onMade }: { onMade: (coder: Coder) => void }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const [name, setName] = useState('')
  const create = useMutation(
    api.coders.create.mutationOptions({
      onSuccess: (coder) => {
        setName('')
        onMade(coder)
      },
    }),
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') create.mutate({ name })
  }
  return (
    <form className={styles.new} onSubmit={submit}>
      <TextField
        label={t`New coder`}
        hideLabel
        placeholder={t`Another coder’s name`}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" disabled={name.trim() === ''}>
        <Trans>Add</Trans>
      </Button>
    </form>
  )
}
