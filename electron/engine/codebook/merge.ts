import { Problem } from '#shared/model/problem.ts'
import { placed } from '../codings/placed.ts'
import { codingQueries } from '../codings/queries.ts'
import { giveCode } from '../codings/settling.ts'
import { readTexts } from '../codings/texts.ts'
import type { Project } from '../storage/project.ts'
import { placesFor } from './order.ts'
import { codeQueries } from './queries.ts'
import { assertNameFree, named, requireCode } from './rules.ts'

/**
 * Makes several codes one: the codings, memos, children and theme places of `ids` become those of `intoId`. Codings of one coder that
 * come to overlap or touch join. A code that stands below one that is merged into it takes that one's place in the tree.
 *
 * Refuses merge-into-itself; code-not-codable, if codings would go to a code that only gathers others; name-taken, if a child's name
 * stands among the new siblings already.
 */
export function mergeCodes(project: Project, actor: string, ids: readonly string[], intoId: string): void {
  const into = requireCode(project, intoId)
  const merged = [...new Set(ids)].map((id) => requireCode(project, id))
  if (merged.some((code) => code.id === intoId)) throw new Problem('merge-into-itself', { code: into.name })
  const params = { ...named(merged), into: into.name }
  project.change({ kind: 'code.merge', params, coderId: actor }, () => {
    for (const code of merged) mergeOne(project, code.id, intoId)
  })
}

function mergeOne(project: Project, from: string, into: string): void {
  const codes = project.use(codeQueries)
  if (isBelow(project, into, from)) takePlaceOf(project, into, from)
  moveCodings(project, from, into)
  moveChildren(project, from, into)
  codes.moveMemos.run({ from, into })
  codes.takeThemePlaces.run({ from, into })
  codes.remove.run(from)
}

function moveCodings(project: Project, from: string, into: string): void {
  const rows = project.use(codingQueries).ofCode.all(from)
  const code = requireCode(project, into)
  if (rows.length > 0 && code.codable === 0) throw new Problem('code-not-codable', { code: code.name })
  const texts = readTexts(project)
  giveCode(
    project,
    texts,
    rows.map((row) => placed(row, texts.positions(row.documentId))),
    into,
  )
}

function moveChildren(project: Project, from: string, into: string): void {
  const codes = project.use(codeQueries)
  const coming = codes.children.all(from)
  const staying = codes.children.all(into)
  for (const child of coming) assertNameFree(child.name, staying)
  const order = coming.map((child) => child.id)
  for (const { id, position } of placesFor(staying, order, null)) codes.place.run({ id, parentId: into, position })
}

function takePlaceOf(project: Project, id: string, placeOf: string): void {
  const codes = project.use(codeQueries)
  const { parentId, position } = requireCode(project, placeOf)
  const siblings = codes.children.all(parentId).filter((code) => code.id !== placeOf && code.id !== id)
  assertNameFree(requireCode(project, id).name, siblings)
  codes.place.run({ id, parentId, position })
}

function isBelow(project: Project, id: string, ancestorId: string): boolean {
  for (let code = requireCode(project, id); code.parentId !== null; code = requireCode(project, code.parentId)) {
    if (code.parentId === ancestorId) return true
  }
  return false
}
