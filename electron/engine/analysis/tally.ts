import { touchedTurns } from '#shared/model/attribution.ts'
import type { Frame } from './frame.ts'
import { countOverlaps, type PairCount } from './overlaps.ts'
import type { Layout, Passage } from './passages.ts'
import { eachPair, groupBy, mergeOverlapping, pushTo, sharedLength, totalLength } from './spans.ts'

/** How often each two rows met, symmetric with zeros where they are related, and how often each row occurred. */
export type Tally = { counts: number[][]; totals: number[] }

export type UnitKind = 'turn' | 'paragraph' | 'document'

function emptyTally(rows: number): Tally {
  return { counts: Array.from({ length: rows }, () => new Array<number>(rows).fill(0)), totals: new Array<number>(rows).fill(0) }
}

function addMeeting(tally: Tally, frame: Frame, row: number, column: number, count: number): void {
  if (frame.related(row, column)) return
  tally.counts[row]![column]! += count
  tally.counts[column]![row]! += count
}

/** Adds counted pairs of codes up to the rows of a frame. With roll-up a row's figure is the sum of its sub-codes' events. */
export function tallyPairs(frame: Frame, pairs: Iterable<PairCount>): Tally {
  const tally = emptyTally(frame.codeIds.length)
  for (const { codeA, codeB, count } of pairs) {
    if (codeA === codeB) for (const row of frame.rowsOf(codeA)) tally.totals[row]! += count
    else for (const row of frame.rowsOf(codeA)) for (const column of frame.rowsOf(codeB)) addMeeting(tally, frame, row, column, count)
  }
  return tally
}

/** Pairs of codings by one coder in one document that share a character, or lie at most `near` characters apart. */
export function tallyOverlaps(frame: Frame, passages: readonly Passage[], near: number | undefined): Tally {
  const groups = [...byDocumentAndCoder(passages).values()]
  if (near === undefined) return tallyPairs(frame, groups.flatMap(countOverlaps))
  const pairs: PairCount[] = passages.map(({ codeId }) => ({ codeA: codeId, codeB: codeId, count: 1 }))
  for (const group of groups) {
    eachPair(group, near, (a, b) => {
      if (a.codeId !== b.codeId) pairs.push({ codeA: a.codeId, codeB: b.codeId, count: 1 })
    })
  }
  return tallyPairs(frame, pairs)
}

/** Units that carry both codes, by whichever coder; a unit counts once. */
export function tallyUnits(frame: Frame, passages: readonly Passage[], layouts: Map<string, Layout>, kind: UnitKind): Tally {
  return tallyTogether(frame, unitsOf(passages, layouts, kind, (passage) => frame.rowsOf(passage.codeId)).values())
}

/** Sets of rows that stand together in one unit. */
export function tallyTogether(frame: Frame, units: Iterable<ReadonlySet<number>>): Tally {
  const tally = emptyTally(frame.codeIds.length)
  for (const unit of units) {
    const rows = [...unit]
    rows.forEach((row, index) => {
      tally.totals[row]! += 1
      for (const column of rows.slice(index + 1)) addMeeting(tally, frame, row, column, 1)
    })
  }
  return tally
}

/** What each unit that holds part of a passage carries, by a key that names the unit; in document order. */
export function unitsOf<T>(
  passages: readonly Passage[],
  layouts: Map<string, Layout>,
  kind: UnitKind,
  carried: (passage: Passage) => Iterable<T>,
): Map<string, Set<T>> {
  const units = new Map<string, Set<T>>()
  for (const passage of passages) {
    const [first, last] = unitRange(passage, layouts.get(passage.documentId)!, kind)
    for (let index = first; index <= last; index++) {
      const key = `${passage.documentId} ${index}`
      const unit = units.get(key) ?? new Set<T>()
      for (const item of carried(passage)) unit.add(item)
      units.set(key, unit)
    }
  }
  return units
}

function unitRange({ start, end }: Passage, layout: Layout, kind: UnitKind): [number, number] {
  if (kind === 'document') return [0, 0]
  const { first, last } = touchedTurns(layout.starts, start, end)
  return kind === 'paragraph' ? [first, last] : [layout.speeches[first]!, layout.speeches[last]!]
}

/**
 * Characters (code points) in both of two rows and in each one, summed over documents and coders; one coder's spans of a row are merged
 * first, so that each character counts once.
 */
export function tallyCharacters(frame: Frame, passages: readonly Passage[]): Tally {
  const tally = emptyTally(frame.codeIds.length)
  for (const group of byDocumentAndCoder(passages).values()) {
    const byRow = new Map<number, Passage[]>()
    for (const passage of group) for (const row of frame.rowsOf(passage.codeId)) pushTo(byRow, row, passage)
    const spans = [...byRow].flatMap(([row, own]) => mergeOverlapping(own).map((span) => ({ ...span, row })))
    for (const span of spans) tally.totals[span.row]! += totalLength([span])
    spans.sort((a, b) => a.start - b.start)
    eachPair(spans, undefined, (a, b) => addMeeting(tally, frame, a.row, b.row, sharedLength(a, b)))
  }
  return tally
}

/** Passages of one coder in one document, in their order. */
export function byDocumentAndCoder(passages: readonly Passage[]): Map<string, Passage[]> {
  return groupBy(passages, (passage) => `${passage.documentId} ${passage.coderId}`)
}
