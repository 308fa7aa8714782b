import { touchedTurns } from '#shared/model/attribution.ts'
import { type OffsetMap, offsetMap } from '#shared/text/offsets.ts'
import { inStartOrder } from './spans.ts'

/** A coding as it is stored: id, document, code, coder, start turn, start offset, end turn, end offset (UTF-16 units in the turn). */
export type CodingTuple = [string, string, string, string, string, number, string, number]

/** A turn as analysis needs it; `text` only where code points differ from UTF-16 units. */
export type TurnRow = { id: string; documentId: string; units: number; continues: 0 | 1; speakerId: string | null; text: string | null }

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

/** Layouts by document id, in the order of the turns, which come document by document and in each by position. */
export function layoutsOf(turns: Iterable<TurnRow>): Map<string, Layout> {
  const layouts = new Map<string, Layout>()
  let next = 0
  for (const turn of turns) {
    let layout = layouts.get(turn.documentId)
    if (!layout) {
      layout = { indexOf: new Map(), starts: [], maps: [], speakerIds: [], speeches: [] }
      layouts.set(turn.documentId, layout)
      next = 0
    }
    const map = turn.text === null ? null : offsetMap(turn.text)
    layout.indexOf.set(turn.id, layout.starts.length)
    layout.speeches.push((layout.speeches.at(-1) ?? 0) + (layout.speeches.length > 0 && !turn.continues ? 1 : 0))
    layout.starts.push(next)
    layout.maps.push(map)
    layout.speakerIds.push(turn.speakerId)
    next += (map?.codePoints ?? turn.units) + 1
  }
  return layouts
}

/** Codings as passages, documents in the order of their layouts, each document's by start, then end. Empty ones are left out. */
export function passagesOf(codings: Iterable<CodingTuple>, layouts: Map<string, Layout>): Passage[] {
  const byDocument = new Map<string, Passage[]>([...layouts.keys()].map((id) => [id, []]))
  for (const [id, documentId, codeId, coderId, startTurn, startOffset, endTurn, endOffset] of codings) {
    const layout = layouts.get(documentId)!
    const start = codePointAt(layout, startTurn, startOffset)
    const end = codePointAt(layout, endTurn, endOffset)
    if (start < end) byDocument.get(documentId)!.push({ id, documentId, codeId, coderId, start, end })
  }
  return [...byDocument.values()].flatMap(inStartOrder)
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
