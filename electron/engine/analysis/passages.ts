import { touchedTurns } from '#shared/model/attribution.ts'
import { type OffsetMap, offsetMap } from '#shared/text/offsets.ts'
import { inStartOrder } from './spans.ts'

/** A coding as it is stored: id, code, coder, start turn, start offset, end turn, end offset (UTF-16 units in the turn). */
export type CodingTuple = [string, string, string, string, number, string, number]

/** A turn as it is stored: id, length in UTF-16 units, whether it continues the speech above, speaker. */
export type TurnTuple = [string, number, 0 | 1, string | null]

/** A coding in its document, positions in code points, half-open. */
export type Passage = { id: string; documentId: string; codeId: string; coderId: string; start: number; end: number }

/** The shape of one document's text, by turn. */
export type Layout = {
  /** Code point at which each turn begins. */
  starts: number[]
  speakerIds: (string | null)[]
  /** For each paragraph the number of the speech that it belongs to. */
  speeches: number[]
}

/** A layout with what turns the anchors of codings into positions: needed while a document is read, then let go. */
export type Anchoring = { layout: Layout; indexOf: Map<string, number>; maps: (OffsetMap | null)[] }

/** `turns` in their order; `texts` by turn only where the document has characters that take two UTF-16 units. */
export function anchoringOf(turns: readonly TurnTuple[], texts: ReadonlyMap<string, string> | null): Anchoring {
  const layout: Layout = { starts: [], speakerIds: [], speeches: [] }
  const anchoring: Anchoring = { layout, indexOf: new Map(), maps: [] }
  let next = 0
  let speech = -1
  for (const [id, units, continues, speakerId] of turns) {
    const map = texts && offsetMap(texts.get(id)!)
    if (!continues || speech < 0) speech++
    anchoring.indexOf.set(id, layout.starts.length)
    anchoring.maps.push(map)
    layout.starts.push(next)
    layout.speakerIds.push(speakerId)
    layout.speeches.push(speech)
    next += (map?.codePoints ?? units) + 1
  }
  return anchoring
}

/** A document's codings as passages, by start, then end. Empty ones are left out. */
export function passagesOf(documentId: string, codings: readonly CodingTuple[], anchoring: Anchoring): Passage[] {
  const passages: Passage[] = []
  for (const [id, codeId, coderId, startTurn, startOffset, endTurn, endOffset] of codings) {
    const start = codePointAt(anchoring, startTurn, startOffset)
    const end = codePointAt(anchoring, endTurn, endOffset)
    if (start < end) passages.push({ id, documentId, codeId, coderId, start, end })
  }
  return inStartOrder(passages)
}

function codePointAt({ layout, indexOf, maps }: Anchoring, turnId: string, offset: number): number {
  const turn = indexOf.get(turnId)
  if (turn === undefined) throw new Error(`a coding is anchored to turn ${turnId} of another document`)
  return layout.starts[turn]! + (maps[turn]?.toCodePoints(offset) ?? offset)
}

/** The speakers whose words a passage holds, each once, in their order. */
export function speakersOf(passage: Passage, layout: Layout): string[] {
  const { first, last } = touchedTurns(layout.starts, passage.start, passage.end)
  return [...new Set(layout.speakerIds.slice(first, last + 1).filter((id) => id !== null))]
}
