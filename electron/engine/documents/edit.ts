import type { Mark, Turn } from '#shared/contract/documents.ts'
import { Problem } from '#shared/model/problem.ts'
import { mapRange, type Splice, splitsCharacter } from '#shared/text/edits.ts'
import { countCodePoints } from '#shared/text/offsets.ts'
import { lastAtOrBefore } from '#shared/text/search.ts'
import { countWordsChanged } from '#shared/text/words.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { turnGap } from './create.ts'
import { type Anchor, positionsOf } from './positions.ts'
import { type CodingRow, documentQueries, editQueries, type TurnRow } from './queries.ts'
import { rewriteTurns, startsOf, type TurnState } from './rewrite.ts'

export type Edit = {
  documentId: string
  /** UTF-16 units in the document's text. */
  splice: Splice
  /** What the caller believes to stand in [start, end). */
  expected: string
  /** Joins the entry of the keystrokes just before it. */
  joins: boolean
  coderId: string
}

/** Room that a new turn takes behind the one above; less where there is less. */
const newTurnStep = 2 ** 16

/**
 * Replaces a piece of a document's text and maps every anchor, in one change. Reads and writes only the turns that the piece touches and
 * the codings that begin or end in them; of the others it looks at no more than their lengths. A coding of which nothing is left goes.
 *
 * Returns the turns that now stand in the place of the touched ones (and the next one, if it now begins a speech), and those that went.
 * Refuses with not-found, range-outside, text-changed or edit-splits-character.
 */
export function editDocument(project: Project, { documentId, splice, expected, joins, coderId }: Edit): { turns: Turn[]; removedTurnIds: string[] } {
  const queries = project.use(editQueries)
  const document = project.use(documentQueries).byId.get(documentId)
  if (!document) throw new Problem('not-found', { what: 'document', id: documentId })
  const positions = positionsOf(project, documentId)
  if (splice.start > splice.end || splice.end > positions.length) {
    throw new Problem('range-outside', { start: splice.start, end: splice.end, length: positions.length })
  }
  const firstIndex = positions.turnAt(splice.start)
  const touchedIds = positions.turnIds.slice(firstIndex, positions.turnAt(splice.end) + 1)
  const rows = touchedIds.map((id) => queries.turn.get(id)!)
  const from = positions.starts[firstIndex]!
  const local: Splice = { start: splice.start - from, end: splice.end - from, text: splice.text }
  const textBefore = rows.map((row) => row.text).join('\n')
  assertEditable(textBefore, local, expected)

  const before = rows.map(stateOf)
  if (expected === splice.text) return { turns: before, removedTurnIds: [] }
  const after = rewriteTurns(before, local, newId)
  const followingId = positions.turnIds[firstIndex + touchedIds.length]
  const following = followingId === undefined ? null : queries.turn.get(followingId)!
  const nextBegins = following?.continues === 1 && following.speaker !== after.at(-1)!.speakerId

  const kept = new Set(after.map((turn) => turn.id))
  const removedTurnIds = touchedIds.filter((id) => !kept.has(id))
  project.change({ kind: 'document.edit', params: { document: document.name }, coderId, joinKey: joins ? `edit:${documentId}` : undefined }, () => {
    const codings = codingsIn(project, touchedIds)
    writeTurns(project, documentId, rows, after, following)
    moveCodings(project, codings, touchedIds, before, after, local)
    for (const id of removedTurnIds) queries.removeTurn.run(id)
    if (nextBegins) queries.beginSpeech.run(following.id)
    queries.count.run({
      id: documentId,
      characters: countCodePoints(splice.text) - countCodePoints(expected),
      words: countWordsChanged(textBefore, local),
      turns: speechesIn(after) - speechesIn(before) + (nextBegins ? 1 : 0),
    })
  })
  return { turns: nextBegins ? [...after, { ...stateOf(following), continues: false }] : after, removedTurnIds }
}

function assertEditable(text: string, { start, end, text: inserted }: Splice, expected: string): void {
  if (text.slice(start, end) !== expected) throw new Problem('text-changed', { start, end })
  if (splitsCharacter(text, start) || splitsCharacter(text, end) || !inserted.isWellFormed())
    throw new Problem('edit-splits-character', { start, end })
}

/** Codings that begin or end in these turns: all whose rows an edit of them can change. */
function codingsIn(project: Project, turnIds: string[]): CodingRow[] {
  const queries = project.use(editQueries)
  const found = new Map<string, CodingRow>()
  for (const id of turnIds) for (const coding of queries.codingsIn.all({ turn: id })) found.set(coding.id, coding)
  return [...found.values()]
}

function writeTurns(project: Project, documentId: string, rows: TurnRow[], after: TurnState[], following: TurnRow | null): void {
  const queries = project.use(editQueries)
  const known = new Map(rows.map((row) => [row.id, row]))
  const added = after.filter((turn) => !known.has(turn.id))
  const room = added.length > 0 ? makeRoom(project, documentId, rows, after, following, added.length) : { from: 0, step: 0 }
  for (const turn of after) {
    const row = known.get(turn.id)
    const values = {
      id: turn.id,
      speaker: turn.speakerId,
      continues: turn.continues ? (1 as const) : (0 as const),
      startMs: turn.startMs,
      heading: turn.heading,
      text: turn.text,
      units: turn.text.length,
      marks: JSON.stringify(turn.marks),
    }
    if (row) queries.updateTurn.run(values)
    else {
      room.from += room.step
      project.use(documentQueries).insertTurn.run({ ...values, document: documentId, position: room.from })
    }
  }
}

/** Positions for `count` new turns behind the first touched one: `from + step`, `from + 2 step` … Moves what follows if there is no room. */
function makeRoom(
  project: Project,
  documentId: string,
  rows: TurnRow[],
  after: TurnState[],
  following: TurnRow | null,
  count: number,
): { from: number; step: number } {
  const first = rows[0]!
  const lastStays = rows.length > 1 && after.at(-1)!.id === rows.at(-1)!.id
  const upper = lastStays ? rows.at(-1)! : following
  if (!upper) return { from: first.position, step: turnGap }
  const free = upper.position - first.position
  if (free > count) return { from: first.position, step: Math.min(newTurnStep, Math.floor(free / (count + 1))) }
  project.use(editQueries).moveDown.run({ document: documentId, from: upper.position, by: (count + 1) * turnGap })
  return { from: first.position, step: turnGap }
}

/** Maps the anchors that lie in the touched turns. Those that lie elsewhere are beyond the edit and do not move inside their turns. */
function moveCodings(project: Project, codings: CodingRow[], touchedIds: string[], before: TurnState[], after: TurnState[], splice: Splice): void {
  const queries = project.use(editQueries)
  const startOf = new Map(startsOf(before.map((turn) => turn.text)).map((start, index) => [touchedIds[index]!, start]))
  const startsAfter = startsOf(after.map((turn) => turn.text))
  const placeOf = (offset: number): Anchor => {
    const index = lastAtOrBefore(startsAfter, offset)
    return { turnId: after[index]!.id, offset: offset - startsAfter[index]! }
  }
  for (const coding of codings) {
    const startBase = startOf.get(coding.startTurn)
    const endBase = startOf.get(coding.endTurn)
    const range = mapRange(
      {
        start: startBase === undefined ? Number.NEGATIVE_INFINITY : startBase + coding.startOffset,
        end: endBase === undefined ? Number.POSITIVE_INFINITY : endBase + coding.endOffset,
      },
      splice,
    )
    if (!range) {
      queries.removeCoding.run(coding.id)
      continue
    }
    const start = startBase === undefined ? { turnId: coding.startTurn, offset: coding.startOffset } : placeOf(range.start)
    const end = endBase === undefined ? { turnId: coding.endTurn, offset: coding.endOffset } : placeOf(range.end)
    const stays =
      start.turnId === coding.startTurn && start.offset === coding.startOffset && end.turnId === coding.endTurn && end.offset === coding.endOffset
    if (stays) continue
    queries.moveCoding.run({ id: coding.id, startTurn: start.turnId, startOffset: start.offset, endTurn: end.turnId, endOffset: end.offset })
  }
}

function speechesIn(turns: TurnState[]): number {
  return turns.filter((turn) => !turn.continues).length
}

/** A row as the contract and the rewriting know it. */
export function stateOf(row: TurnRow): TurnState {
  return {
    id: row.id,
    speakerId: row.speaker,
    continues: row.continues === 1,
    startMs: row.startMs,
    heading: row.heading,
    text: row.text,
    marks: row.marks === '[]' ? [] : (JSON.parse(row.marks) as Mark[]),
  }
}
