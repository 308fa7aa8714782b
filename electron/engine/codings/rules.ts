import { Problem } from '#shared/model/problem.ts'
import type { Project } from '../storage/project.ts'
import { requireCodable } from './add.ts'
import { joinInto, meets } from './joining.ts'
import { type PlacedCoding, placed } from './placed.ts'
import { type CodingRow, codingQueries } from './queries.ts'
import { sentenceOf } from './sentence.ts'
import { giveCode, writeJoined } from './settling.ts'
import { readTexts } from './texts.ts'

/** Removes codings with their memos. */
export function removeCodings(project: Project, actor: string, ids: readonly string[]): void {
  const removed = requireCodings(project, ids)
  project.change({ kind: 'coding.remove', params: sentenceOf(project, removed), coderId: actor }, () => {
    for (const { id } of removed) project.use(codingQueries).remove.run(id)
  })
}

/** Gives codings another code; one that then overlaps or touches another of that code and coder joins it. */
export function recodeCodings(project: Project, actor: string, ids: readonly string[], codeId: string): void {
  const moving = requireCodings(project, ids).filter((coding) => coding.codeId !== codeId)
  const { name: code } = requireCodable(project, codeId)
  if (moving.length === 0) return
  const texts = readTexts(project)
  const { code: from, ...rest } = sentenceOf(project, moving)
  const params = { ...rest, ...(from === undefined ? {} : { from }), code }
  project.change({ kind: 'coding.recode', params, coderId: actor }, () => {
    giveCode(
      project,
      texts,
      moving.map((row) => placed(row, texts.positions(row.documentId))),
      codeId,
    )
  })
}

export type CodingFields = {
  start?: number | undefined
  end?: number | undefined
  weight?: number | null | undefined
  comment?: string | undefined
}

/**
 * Changes a coding's range, weight or comment. A boundary that is drawn over or up to another coding of the same code and coder takes
 * that one in; this coding stays the one that is there.
 */
export function updateCoding(project: Project, actor: string, id: string, fields: CodingFields): void {
  const [row] = requireCodings(project, [id])
  const texts = readTexts(project)
  const before = placed(row!, texts.positions(row!.documentId))
  const after: PlacedCoding = {
    ...before,
    start: fields.start ?? before.start,
    end: fields.end ?? before.end,
    weight: fields.weight === undefined ? before.weight : fields.weight,
    comment: fields.comment ?? before.comment,
  }
  texts.assertCodable(after.documentId, after.start, after.end)
  const moved = after.start !== before.start || after.end !== before.end
  const field = moved ? 'range' : after.weight !== before.weight ? 'weight' : 'comment'
  project.change({ kind: 'coding.update', params: { ...sentenceOf(project, [before]), field }, coderId: actor }, () => {
    const taken = moved ? newlyMet(project, before, after, (other) => placed(other, texts.positions(other.documentId))) : []
    writeJoined(project, texts, joinInto(after, [after, ...taken]), () => false)
  })
}

/** Those that the coding meets at its new range and did not at its old one, or that it now equals. */
function newlyMet(project: Project, before: PlacedCoding, after: PlacedCoding, place: (row: CodingRow) => PlacedCoding): PlacedCoding[] {
  const { documentId, codeId, coderId } = after
  const others = project
    .use(codingQueries)
    .alike.all({ documentId, codeId, coderId })
    .filter((row) => row.id !== after.id)
    .map(place)
  return others.filter((other) => meets(other, after) && (!meets(other, before) || (other.start === after.start && other.end === after.end)))
}

function requireCodings(project: Project, ids: readonly string[]): CodingRow[] {
  return [...new Set(ids)].map((id) => {
    const row = project.use(codingQueries).byId.get(id)
    if (!row) throw new Problem('not-found', { what: 'coding', id })
    return row
  })
}
