import type { StudyCase, Variable } from '#shared/contract/cases.ts'
import { sameNameKey } from '#shared/model/codeTree.ts'
import { cleanName } from '#shared/model/names.ts'
import { Problem } from '#shared/model/problem.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { type CaseRow, caseQueries } from './queries.ts'

export function listCases(project: Project): StudyCase[] {
  const cases = project.use(caseQueries)
  const list = cases.all.all().map((row): StudyCase => ({ ...row, values: {}, documentIds: [], speakerIds: [] }))
  const byId = new Map(list.map((studyCase) => [studyCase.id, studyCase]))
  for (const { caseId, variableId, value } of cases.values.all()) byId.get(caseId)!.values[variableId] = value
  for (const { caseId, documentId } of cases.documents.all()) byId.get(caseId)!.documentIds.push(documentId)
  for (const { caseId, id } of cases.speakers.all()) byId.get(caseId)!.speakerIds.push(id)
  return list
}

export function listVariables(project: Project): Variable[] {
  const rows = project.use(caseQueries).variables.all()
  return rows.map((row) => ({ ...row, categories: JSON.parse(row.categories) as string[] }))
}

export function requireCase(project: Project, id: string): CaseRow {
  const row = project.use(caseQueries).byId.get(id)
  if (!row) throw new Problem('not-found', { what: 'case', id })
  return row
}

/** Adds a case, linked to these documents as a whole, and returns its id. Two cases never have one name. */
export function createCase(project: Project, actor: string, name: string, documentIds: readonly string[]): string {
  const cases = project.use(caseQueries)
  const clean = freeCaseName(project, name, null)
  for (const documentId of documentIds) documentName(project, documentId)
  const id = newId()
  return project.change({ kind: 'case.create', params: { case: clean }, coderId: actor }, () => {
    cases.insert.run({ id, name: clean, at: new Date().toISOString() })
    for (const documentId of new Set(documentIds)) cases.link.run({ caseId: id, documentId })
    return id
  })
}

export function renameCase(project: Project, actor: string, id: string, name: string): void {
  const before = requireCase(project, id)
  const clean = freeCaseName(project, name, id)
  const params = { case: before.name, to: clean }
  project.change({ kind: 'case.rename', params, coderId: actor }, () => project.use(caseQueries).rename.run({ id, name: clean }))
}

/** Removes cases with their values, links and memos; documents and speakers stay. */
export function removeCases(project: Project, actor: string, ids: readonly string[]): void {
  const removed = [...new Set(ids)].map((id) => requireCase(project, id))
  const params = removed.length === 1 ? { case: removed[0]!.name } : { cases: removed.length }
  project.change({ kind: 'case.remove', params, coderId: actor }, () => {
    for (const { id } of removed) project.use(caseQueries).remove.run(id)
  })
}

export function linkDocument(project: Project, actor: string, caseId: string, documentId: string, linked: boolean): void {
  const cases = project.use(caseQueries)
  const params = { case: requireCase(project, caseId).name, document: documentName(project, documentId) }
  if (cases.isLinked.get({ caseId, documentId })!.n > 0 === linked) return
  const kind = linked ? 'case.link-document' : 'case.unlink-document'
  project.change({ kind, params, coderId: actor }, () => (linked ? cases.link : cases.unlink).run({ caseId, documentId }))
}

/** Says who a speaker is; null: nobody that is studied. */
export function linkSpeaker(project: Project, actor: string, caseId: string | null, speakerId: string): void {
  const cases = project.use(caseQueries)
  const speaker = cases.speaker.get(speakerId)
  if (!speaker) throw new Problem('not-found', { what: 'speaker', id: speakerId })
  const linked = caseId === null ? null : requireCase(project, caseId)
  const before = speaker.caseId === null ? null : requireCase(project, speaker.caseId)
  const params = { case: (linked ?? before)?.name ?? '', speaker: speaker.name, document: documentName(project, speaker.documentId) }
  const kind = linked ? 'case.link-speaker' : 'case.unlink-speaker'
  project.change({ kind, params, coderId: actor }, () => cases.setSpeakerCase.run({ id: speakerId, caseId }))
}

function freeCaseName(project: Project, name: string, ownId: string | null): string {
  const clean = cleanName(name)
  const key = sameNameKey(clean)
  const taken = project.use(caseQueries).all.all()
  if (taken.some((row) => row.id !== ownId && sameNameKey(row.name) === key)) throw new Problem('name-taken', { name: clean })
  return clean
}

function documentName(project: Project, id: string): string {
  const row = project.use(caseQueries).documentName.get(id)
  if (!row) throw new Problem('not-found', { what: 'document', id })
  return row.name
}
