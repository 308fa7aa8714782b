import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery } from '@tanstack/react-query'
import { BookOpenText, FilePlus2, FolderOpen } from 'lucide-react'
import { type FormEvent, useRef, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { Button, DropArea, TextField } from '#renderer/ui/index.ts'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { RecentProjects } from './RecentProjects.tsx'
import styles from './Welcome.module.css'

/** Where no project is open: the ones that were, a new one, or the sample to learn from. */
export function Welcome() {
  const { api } = useConnection()
  const host = useQuery(api.projects.host.queryOptions())
  return (
    <main className={styles.page}>
      <div className={styles.column}>
        <header className={styles.title}>
          <Mark />
          <div>
            <h1>Emic</h1>
            <p>
              <Trans>Qualitative coding and thematic analysis. Your interviews stay on this computer.</Trans>
            </p>
          </div>
        </header>
        <div className={styles.ways}>
          <NewProject />
          <OpenProject desktop={host.data?.kind === 'desktop'} />
          <Sample />
        </div>
        <RecentProjects />
        <footer className={styles.footer}>
          <LanguageSwitch />
          {host.data && (
            <span>
              <Trans>Version {host.data.version}</Trans>
            </span>
          )}
        </footer>
      </div>
    </main>
  )
}

function Mark() {
  return (
    <svg className={styles.mark} viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="8" />
      <path d="M9 9h14M9 16h9M9 23h14" />
      <path className={styles.stripe} d="M23.5 13v6" />
    </svg>
  )
}

function NewProject() {
  const { t } = useLingui()
  const { api } = useConnection()
  const [name, setName] = useState('')
  const create = useMutation(api.projects.create.mutationOptions())
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() !== '') create.mutate({ name })
  }
  return (
    <form className={styles.way} onSubmit={submit}>
      <FilePlus2 aria-hidden />
      <div className={styles.words}>
        <h2>
          <Trans>New project</Trans>
        </h2>
        <div className={styles.new}>
          <TextField
            label={t`Name of the new project`}
            hideLabel
            placeholder={t`Name, such as “Housing interviews”`}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" look="primary" disabled={name.trim() === '' || create.isPending}>
            <Trans>Create</Trans>
          </Button>
        </div>
      </div>
    </form>
  )
}

function OpenProject({ desktop }: { desktop: boolean }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const chooser = useRef<HTMLInputElement>(null)
  const open = useMutation(api.projects.open.mutationOptions())
  const openCopy = useMutation(api.projects.openCopy.mutationOptions())
  return (
    <div className={styles.way}>
      <FolderOpen aria-hidden />
      <div className={styles.words}>
        <h2>
          <Trans>Open a project</Trans>
        </h2>
        <p>{desktop ? <Trans>From an .emic file on this computer.</Trans> : <Trans>Emic works on a copy of the file in its own folder.</Trans>}</p>
      </div>
      {desktop ? (
        <Button disabled={open.isPending} onClick={() => open.mutate({})}>
          <Trans>Open…</Trans>
        </Button>
      ) : (
        <>
          <Button disabled={openCopy.isPending} onClick={() => chooser.current?.click()}>
            <Trans>Open a copy…</Trans>
          </Button>
          <DropArea onFiles={([file]) => file && openCopy.mutate({ file })}>
            <Trans>Drop an .emic file to open a copy of it.</Trans>
          </DropArea>
          <input
            ref={chooser}
            type="file"
            accept=".emic"
            hidden
            aria-label={t`Project file`}
            onChange={(event) => {
              const [file] = event.target.files ?? []
              event.target.value = ''
              if (file) openCopy.mutate({ file })
            }}
          />
        </>
      )}
    </div>
  )
}

function Sample() {
  const { api } = useConnection()
  const open = useMutation(api.projects.openSample.mutationOptions())
  return (
    <div className={styles.way}>
      <BookOpenText aria-hidden />
      <div className={styles.words}>
        <h2>
          <Trans>Sample study</Trans>
        </h2>
        <p>
          <Trans>Invented interviews about a city’s public services, coded and with themes. Look around and try things out.</Trans>
        </p>
      </div>
      <Button disabled={open.isPending} onClick={() => open.mutate({})}>
        <Trans>Open the sample</Trans>
      </Button>
    </div>
  )
}
