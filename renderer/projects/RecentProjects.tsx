import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useConnection } from '#renderer/connection/api.ts'
import { formatInstant } from '#renderer/i18n/format.ts'
import { IconButton } from '#renderer/ui/index.ts'
import type { KnownProject } from '#shared/contract/projects.ts'
import styles from './RecentProjects.module.css'

/** The projects that this computer knows, latest first. */
export function RecentProjects() {
  const { api } = useConnection()
  const recent = useQuery(api.projects.recent.queryOptions())
  if (!recent.data || recent.data.length === 0) return null
  return (
    <section className={styles.recent}>
      <h2 className={styles.heading}>
        <Trans>Recent projects</Trans>
      </h2>
      <ul>
        {recent.data.map((project) => (
          <Known key={project.key} project={project} />
        ))}
      </ul>
    </section>
  )
}

function Known({ project }: { project: KnownProject }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const queries = useQueryClient()
  const open = useMutation(api.projects.open.mutationOptions())
  const forget = useMutation(
    api.projects.forget.mutationOptions({ onSuccess: () => queries.invalidateQueries({ queryKey: api.projects.recent.key() }) }),
  )
  return (
    <li className={styles.row}>
      <button type="button" className={styles.open} disabled={project.missing || open.isPending} onClick={() => open.mutate({ key: project.key })}>
        <span className={styles.name}>{project.name}</span>
        <span className={styles.when}>
          {project.missing ? <Trans>not in its place</Trans> : project.openedAt ? formatInstant(project.openedAt) : <Trans>not opened yet</Trans>}
        </span>
        <span className={styles.file}>{project.file}</span>
      </button>
      <IconButton label={t`Take “${project.name}” off this list`} onClick={() => forget.mutate({ key: project.key })}>
        <X aria-hidden />
      </IconButton>
    </li>
  )
}
