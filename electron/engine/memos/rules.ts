import type { Memo, MemoTarget } from '#shared/contract/memos.ts'
import { Problem } from '#shared/model/problem.ts'
import { headOf } from '../codings/context.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { memoQueries, type NamedMemoRow } from './queries.ts'

/** How much of a coded passage names it, UTF-16 units. */
const passageUnits = 60

/** Newest first; with a target only its own. Refuses with not-found a target that is not there. */
export function listMemos(project: Project, target?: MemoTarget | undefined): Memo[] {
  const memos = project.use(memoQueries)
  if (target) targetName(project, target)
  const rows = !target ? memos.all.all() : target.on === 'project' ? memos.onProject.all() : memos.on[target.on].all(target.id)
  return rows.map((row) => asMemo(project, row))
}

export function memoById(project: Project, id: string): Memo {
  return asMemo(project, requireMemo(project, id))
}

export function createMemo(project: Project, actor: string, target: MemoTarget, title: string, text: string): string {
  const id = newId()
  const at = new Date().toISOString()
  const params = { on: target.on, target: targetName(project, target), memo: title }
  const idOf = (on: MemoTarget['on']) => (target.on === on && target.on !== 'project' ? target.id : null)
  return project.change({ kind: 'memo.create', params, coderId: actor }, () => {
    project.use(memoQueries).insert.run({
      id,
      documentId: idOf('document'),
      codeId: idOf('code'),
      codingId: idOf('coding'),
      caseId: idOf('case'),
      themeId: idOf('theme'),
      title,
      text,
      coderId: actor,
      createdAt: at,
      modifiedAt: at,
    })
    return id
  })
}

/** Changes a memo's words. With `joins` what is typed without a pause becomes one entry of the history. */
export function updateMemo(
  project: Project,
  actor: string,
  id: string,
  fields: { title?: string | undefined; text?: string | undefined; joins: boolean },
): void {
  const before = requireMemo(project, id)
  const title = fields.title ?? before.title
  const text = fields.text ?? before.text
  if (title === before.title && text === before.text) return
  const target = targetOf(before)
  const params = { on: target.on, target: targetName(project, target), memo: title }
  const joinKey = fields.joins ? `memo ${id} ${actor}` : undefined
  project.change({ kind: 'memo.update', params, coderId: actor, joinKey }, () =>
    project.use(memoQueries).update.run({ id, title, text, modifiedAt: new Date().toISOString() }),
  )
}

export function removeMemo(project: Project, actor: string, id: string): void {
  const before = requireMemo(project, id)
  const target = targetOf(before)
  const params = { on: target.on, target: targetName(project, target), memo: before.title }
  project.change({ kind: 'memo.remove', params, coderId: actor }, () => project.use(memoQueries).remove.run(id))
}

function requireMemo(project: Project, id: string): NamedMemoRow {
  const row = project.use(memoQueries).byId.get(id)
  if (!row) throw new Problem('not-found', { what: 'memo', id })
  return row
}

function asMemo(project: Project, row: NamedMemoRow): Memo {
  const { id, title, text, coderId, createdAt, modifiedAt } = row
  const target = targetOf(row)
  return { id, target, targetName: row.name ?? targetName(project, target), title, text, coderId, createdAt, modifiedAt }
}

function targetOf(row: NamedMemoRow): MemoTarget {
  if (row.documentId !== null) return { on: 'document', id: row.documentId }
  if (row.codeId !== null) return { on: 'code', id: row.codeId }
  if (row.codingId !== null) return { on: 'coding', id: row.codingId }
  if (row.caseId !== null) return { on: 'case', id: row.caseId }
  if (row.themeId !== null) return { on: 'theme', id: row.themeId }
  return { on: 'project' }
}

function targetName(project: Project, target: MemoTarget): string {
  const memos = project.use(memoQueries)
  if (target.on === 'project') return memos.projectName.get()!.name
  if (target.on === 'coding') return passageName(project, target.id)
  const row = memos.name[target.on].get(target.id)
  if (!row) throw new Problem('not-found', { what: target.on, id: target.id })
  return row.name
}

/** A coded passage's first words. */
function passageName(project: Project, codingId: string): string {
  const row = project.use(memoQueries).passage.get(codingId)
  if (!row) throw new Problem('not-found', { what: 'coding', id: codingId })
  const text = row.text.slice(row.start, row.end ?? undefined)
  const head = headOf(text, passageUnits)
  return head.length < text.length || row.end === null ? `${head}…` : head
}
