import type { QueryClient } from '@tanstack/react-query'
import type { Connection } from '#renderer/connection/api.ts'

/** Asks for what the first screen shows while the page is still getting its preferences and drawing itself. */
export async function askFirst({ api }: Connection, queries: QueryClient): Promise<void> {
  const project = await queries.fetchQuery(api.projects.current.queryOptions())
  if (!project) return
  await Promise.all([queries.prefetchQuery(api.documents.list.queryOptions()), queries.prefetchQuery(api.codebook.list.queryOptions())])
}
