import type { Coding } from '#shared/contract/codings.ts'
import { type Positions, positionsOf } from '../documents/positions.ts'
import type { Project } from '../storage/project.ts'
import { type CodingRow, codingQueries } from './queries.ts'

/** A coding with its place in the document's text, UTF-16 units, half-open. */
export type PlacedCoding = CodingRow & { start: number; end: number }

export function placed(row: CodingRow, positions: Positions): PlacedCoding {
  const start = positions.toOffset({ turnId: row.startTurnId, offset: row.startOffset })
  const end = positions.toOffset({ turnId: row.endTurnId, offset: row.endOffset })
  return { ...row, start, end }
}

/** The reverse: where [start, end) of the text is anchored. */
export function anchors(positions: Positions, { start, end }: { start: number; end: number }) {
  const from = positions.toAnchor(start)
  const to = positions.toAnchor(end)
  return { startTurnId: from.turnId, startOffset: from.offset, endTurnId: to.turnId, endOffset: to.offset }
}

/** Text order: by start, then end; ids decide where both are equal, so that pages never overlap. */
export function byPlace(a: PlacedCoding, b: PlacedCoding): number {
  return a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1)
}

/** The codings of one document as the contract gives them, in text order. Refuses with not-found. */
export function codingsOfDocument(project: Project, documentId: string): Coding[] {
  const codings = project.use(codingQueries)
  const positions = positionsOf(project, documentId)
  const memos = memoCounts(project)
  return codings.ofDocument
    .all(documentId)
    .map((row) => placed(row, positions))
    .sort(byPlace)
    .map((row) => asCoding(row, memos))
}

export function memoCounts(project: Project): ReadonlyMap<string, number> {
  return new Map(
    project
      .use(codingQueries)
      .memoCounts.all()
      .map((row) => [row.codingId, row.n]),
  )
}

export function asCoding(row: PlacedCoding, memos: ReadonlyMap<string, number>): Coding {
  const { id, documentId, codeId, coderId, start, end, weight, comment, createdAt } = row
  return { id, documentId, codeId, coderId, start, end, weight, comment, createdAt, memos: memos.get(id) ?? 0 }
}
