import type { DocumentSummary, DocumentText } from '#shared/contract/documents.ts'
import { cleanName } from '#shared/model/names.ts'
import { Problem } from '#shared/model/problem.ts'
import type { DocumentKind } from '#shared/model/schemas.ts'
import type { Project } from '../storage/project.ts'
import { coverageOf } from './coverage.ts'
import { stateOf } from './edit.ts'
import { documentQueries } from './queries.ts'

export function listDocuments(project: Project): DocumentSummary[] {
  return project
    .use(documentQueries)
    .list.all()
    .map((row) => ({ ...row, ...coverageOf(project, row.id) }))
}

export function textOf(project: Project, id: string): DocumentText {
  const documents = project.use(documentQueries)
  return { ...documentOf(project, id), speakers: documents.speakers.all(id), turns: documents.turns.all(id).map(stateOf) }
}

/** Refuses with name-taken if another document has the name. */
export function renameDocument(project: Project, coderId: string, id: string, name: string): void {
  const documents = project.use(documentQueries)
  const from = documentOf(project, id).name
  const to = cleanName(name)
  const taken = documents.byName.get(to)
  if (taken && taken.id !== id) throw new Problem('name-taken', { name: to })
  project.change({ kind: 'document.rename', params: { from, to }, coderId }, () => documents.rename.run({ id, name: to }))
}

export function setDocumentKind(project: Project, coderId: string, id: string, kind: DocumentKind): void {
  const { name } = documentOf(project, id)
  project.change({ kind: 'document.kind', params: { document: name, kind }, coderId }, () => project.use(documentQueries).setKind.run({ id, kind }))
}

/** Removes documents with their codings and memos. Their source files stay in the project, so that this can be undone. */
export function removeDocuments(project: Project, coderId: string, ids: string[]): void {
  if (ids.length === 0) return
  const documents = project.use(documentQueries)
  const names = ids.map((id) => documentOf(project, id).name)
  const codings = ids.reduce((sum, id) => sum + documents.codings.get(id)!.n, 0)
  project.change({ kind: 'document.remove', params: { document: names[0]!, documents: names.length, codings }, coderId }, () => {
    for (const id of ids) documents.remove.run(id)
  })
}

export function originalOf(project: Project, id: string): File {
  const original = project.use(documentQueries).original.get(id)
  if (!original) throw new Problem('not-found', { what: 'document', id })
  return new File([original.bytes], original.name)
}

function documentOf(project: Project, id: string): { id: string; name: string; kind: DocumentKind } {
  const document = project.use(documentQueries).byId.get(id)
  if (!document) throw new Problem('not-found', { what: 'document', id })
  return document
}
