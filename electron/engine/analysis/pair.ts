import type { CooccurrenceQuestion } from '#shared/contract/analysis.ts'
import { cCoefficient, jaccard } from './matrix.ts'
import type { Layout, Passage } from './passages.ts'
import { eachPair } from './spans.ts'
import { byDocumentAndCoder, unitsOf } from './tally.ts'

/** One meeting: a passage of the first code and one of the second. */
type Meeting = { a: Passage; b: Passage }

export type PairFigures = {
  count: number
  totalA: number
  totalB: number
  c: number | null
  jaccard: number | null
  documents: number
  cases: number
  events: { documentId: string; codingA: string; codingB: string }[]
}

/**
 * What stands behind one cell. Passages in document order, `sideOf` says whose they are; `characters` are those in both, in the first
 * and in the second. In the unit `overlap` every event is one pair of codings. In the others `count` is the number of units, and the
 * events pair the codings of each unit one by one, so that each appears. A case counts where both codings of an event belong to it.
 */
export function pairFigures(
  question: Pick<CooccurrenceQuestion, 'unit' | 'near'>,
  passages: readonly Passage[],
  sideOf: (passage: Passage) => 'a' | 'b',
  layouts: Map<string, Layout>,
  casesOf: (passage: Passage) => readonly string[],
  characters: { both: number; a: number; b: number },
): PairFigures {
  const found = question.unit === 'overlap' ? overlaps(passages, question.near, sideOf) : together(passages, layouts, question.unit, sideOf)
  const { count, totalA, totalB, meetings } = found
  const cases = new Set(meetings.flatMap(({ a, b }) => casesOf(a).filter((id) => casesOf(b).includes(id))))
  return {
    count,
    totalA,
    totalB,
    c: cCoefficient(count, totalA, totalB),
    jaccard: question.unit === 'overlap' ? jaccard(characters.both, characters.a, characters.b) : jaccard(count, totalA, totalB),
    documents: new Set(meetings.map(({ a }) => a.documentId)).size,
    cases: cases.size,
    events: meetings.map(({ a, b }) => ({ documentId: a.documentId, codingA: a.id, codingB: b.id })),
  }
}

type Found = { count: number; totalA: number; totalB: number; meetings: Meeting[] }

function overlaps(passages: readonly Passage[], near: number | undefined, sideOf: (passage: Passage) => 'a' | 'b'): Found {
  const meetings: Meeting[] = []
  for (const group of byDocumentAndCoder(passages).values()) {
    eachPair(group, near, (earlier, later) => {
      if (sideOf(earlier) === sideOf(later)) return
      meetings.push(sideOf(earlier) === 'a' ? { a: earlier, b: later } : { a: later, b: earlier })
    })
  }
  const totalA = passages.filter((passage) => sideOf(passage) === 'a').length
  return { count: meetings.length, totalA, totalB: passages.length - totalA, meetings: inDocumentOrder(meetings, passages) }
}

function inDocumentOrder(meetings: Meeting[], passages: readonly Passage[]): Meeting[] {
  const place = new Map(passages.map((passage, index) => [passage, index]))
  const first = ({ a, b }: Meeting) => Math.min(place.get(a)!, place.get(b)!)
  const second = ({ a, b }: Meeting) => Math.max(place.get(a)!, place.get(b)!)
  return meetings.sort((one, other) => first(one) - first(other) || second(one) - second(other))
}

function together(
  passages: readonly Passage[],
  layouts: Map<string, Layout>,
  unit: 'turn' | 'paragraph' | 'document',
  sideOf: (passage: Passage) => 'a' | 'b',
): Found {
  const found: Found = { count: 0, totalA: 0, totalB: 0, meetings: [] }
  for (const carried of unitsOf(passages, layouts, unit, (passage) => [passage]).values()) {
    const inA = [...carried].filter((passage) => sideOf(passage) === 'a')
    const inB = [...carried].filter((passage) => sideOf(passage) === 'b')
    if (inA.length > 0) found.totalA++
    if (inB.length > 0) found.totalB++
    if (inA.length === 0 || inB.length === 0) continue
    found.count++
    for (let i = 0; i < Math.max(inA.length, inB.length); i++) found.meetings.push({ a: inA[i] ?? inA.at(-1)!, b: inB[i] ?? inB.at(-1)! })
  }
  return found
}
