import type { Query, QueryClient } from '@tanstack/react-query'
import type { ChangeEvent, Subject } from '#shared/contract/projects.ts'
import type { EngineClient } from './client.ts'

/** Which parts of the contract show a subject, and so are asked again when it changes. */
const shownBy: Record<Subject, string[]> = {
  project: ['projects'],
  documents: ['documents', 'codings', 'analysis', 'cases', 'memos', 'projects'],
  codes: ['codebook', 'themes', 'memos', 'analysis', 'projects'],
  codings: ['codings', 'codebook', 'documents.list', 'coders', 'themes', 'analysis', 'projects'],
  cases: ['cases', 'codings.segments', 'memos', 'analysis', 'themes', 'projects'],
  memos: ['memos', 'codings.ofDocument', 'codings.ofDocumentPacked', 'projects'],
  themes: ['themes', 'memos', 'analysis', 'projects'],
  coders: ['coders', 'codings.segments', 'analysis', 'projects'],
  history: ['history'],
}

/** Parts that belong to one document: asked again only if that one changed. */
const perDocument = new Set(['documents.text', 'codings.ofDocument', 'codings.ofDocumentPacked'])

/** Invalidates exactly the queries that a change can have made old. */
export function invalidateFor(event: ChangeEvent, queries: QueryClient): void {
  if (event.by === 'opened') {
    void queries.resetQueries()
    return
  }
  const parts = new Set(event.subjects.flatMap((subject) => shownBy[subject]))
  const isBehind = ({ queryKey }: Query) => {
    const [path, options] = queryKey as [string[], { input?: { id?: string; documentId?: string } }?]
    const name = path.join('.')
    if (!parts.has(path[0]!) && !parts.has(name)) return false
    if (!perDocument.has(name) || event.documents === null) return true
    const documentId = options?.input?.documentId ?? options?.input?.id
    return documentId === undefined || event.documents.includes(documentId)
  }
  // What nobody looks at is dropped: looked at again, it would show the old answer for a moment. A transcript follows its own queries.
  const followed = ({ queryKey }: Query) => perDocument.has((queryKey[0] as string[]).join('.'))
  queries.removeQueries({ type: 'inactive', fetchStatus: 'idle', predicate: (query) => isBehind(query) && !followed(query) })
  void queries.invalidateQueries({ predicate: isBehind })
}

/** Listens until `signal` is aborted; `onEvent` comes after the queries have been invalidated. */
export async function followChanges(
  client: EngineClient,
  queries: QueryClient,
  signal: AbortSignal,
  onEvent: (event: ChangeEvent) => void,
): Promise<void> {
  for await (const event of await client.projects.changes(undefined, { signal })) {
    invalidateFor(event, queries)
    onEvent(event)
  }
}
