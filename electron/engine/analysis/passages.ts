import { touchedTurns } from '#shared/model/attribution.ts'
import { type OffsetMap, offsetMap } from '#shared/text/offsets.ts'
import { inStartOrder } from './spans.ts'

/** A coding as it is stored: id, code, coder, start turn, start offset, end turn, end offset (UTF-16 units in the turn). */
export type CodingTuple = [string, string, string, string, number, string, number]

/** A turn as it is stored: id, length in UTF-16 units, whether it continues the speech above, speaker. */
export type TurnTuple = [string, number, 0 | 1, string | null]

/** A coding in its document, positions in code points, half-open. */
export type Passage = { id: string; documentId: string; codeId: string; coderId: string; start: number; end: number }

/** The shape of one document's text: what turns positions into code points and paragraphs into speeches. */
export type Layout = {
  indexOf: Map<string, number>
  /** Code point at which each turn begins. */
  starts: number[]
  maps: (OffsetMap | null)[]
  speakerIds: (string | null)[]
  /** For each paragraph the number of the speech that it belongs to. */
  speeches: number[]
}

/** `turns` in their order; `texts` by turn only where the document has characters that take two UTF-16 units. */
export function layoutOf(turns: readonly TurnTuple[], texts: ReadonlyMap<string, string> | null): Layout {
  const layout: Layout = { indexOf: new Map(), starts: [], maps: [], speakerIds: [], speeches: [] }
  let next = 0
  let speech = -1
  for (const [id, units, continues, speakerId] of turns) {
    const map = texts && offsetMap(texts.get(id)!)
    if (!continues || speech < 0) speech++
    layout.indexOf.set(id, layout.starts.length)
    layout.starts.push(next)
    layout.maps.push(map)
    layout.speakerIds.push(speakerId)
    layout.speeches.push(speech)
    next += (map?.codePoints ?? units) + 1
  }
  return layout
}

/** A document's codings as passages, by start, then end. Empty ones are left out. */
export function passagesOf(documentId: string, codings: readonly CodingTuple[], layout: Layout): Passage[] {
  const passages: Passage[] = []
  for (const [id, codeId, coderId, startTurn, startOffset, endTurn, endOffset] of codings) {
    const start = codePointAt(layout, startTurn, startOffset)
    const end = codePointAt(layout, endTurn, endOffset)
    if (start < end) passages.push({ id, documentId, codeId, coderId, start, end })
  }
  return inStartOrder(passages)
}

function codePointAt(layout: Layout, turnId: string, offset: number): number {
  const turn = layout.indexOf.get(turnId)
  if (turn === undefined) throw new Error(`a coding is anchored to turn ${turnId} of another document`)
  return layout.starts[turn]! + (layout.maps[turn]?.toCodePoints(offset) ?? offset)
}

/** The speakers whose words a passage holds, each once, in their order. */
export function speakersOf(passage: Passage, layout: Layout): string[] {
  const { first, last } = touchedTurns(layout.starts, passage.start, passage.end)
  return [...new Set(layout.speakerIds.slice(first, last + 1).filter((id) => id !== null))]
}
