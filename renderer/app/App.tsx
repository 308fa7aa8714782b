import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import { Welcome } from '#renderer/projects/index.ts'
import { Skeleton } from '#renderer/ui/index.ts'
import { Workspace } from '#renderer/workspace/index.ts'

/** The open project's workspace, or the welcome where none is open. */
export function App() {
  const { t } = useLingui()
  const { api } = useConnection()
  const current = useQuery(api.projects.current.queryOptions())
  if (current.isPending) return <Skeleton label={t`Opening…`} />
  return current.data ? <Workspace project={current.data} /> : <Welcome />
}
