import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CodedSpan, countOverlaps } from './overlaps.ts'
import { eachPair, inStartOrder, mergeOverlapping, type Span, totalLength } from './spans.ts'

const span = fc.record({ start: fc.nat(60), length: fc.integer({ min: 1, max: 25 }) }).map(({ start, length }) => ({ start, end: start + length }))
const codedSpan = fc.tuple(span, fc.constantFrom('a', 'b', 'c', 'd')).map(([{ start, end }, codeId]): CodedSpan => ({ start, end, codeId }))

function naively(spans: CodedSpan[]): Map<string, number> {
  const counts = new Map<string, number>()
  const add = (key: string) => counts.set(key, (counts.get(key) ?? 0) + 1)
  spans.forEach((one, index) => {
    add(`${one.codeId}${one.codeId}`)
    for (const other of spans.slice(index + 1)) {
      if (one.codeId === other.codeId) continue
      if (Math.max(one.start, other.start) < Math.min(one.end, other.end)) add([one.codeId, other.codeId].sort().join(''))
    }
  })
  return counts
}

test('the sweep counts what comparing every coding with every other counts', () => {
  fc.assert(
    fc.property(fc.array(codedSpan, { maxLength: 60 }), (spans) => {
      const swept = new Map(countOverlaps(spans).map(({ codeA, codeB, count }) => [codeA + codeB, count]))
      expect(swept).toEqual(naively(spans))
    }),
    { numRuns: 1000 },
  )
})

test('codings that only touch do not co-occur, one shared character is enough', () => {
  const counted = (start: number) =>
    countOverlaps([
      { codeId: 'a', start: 0, end: 5 },
      { codeId: 'b', start, end: 9 },
    ]).filter(({ codeA, codeB }) => codeA !== codeB)
  expect(counted(5)).toEqual([])
  expect(counted(4)).toEqual([{ codeA: 'a', codeB: 'b', count: 1 }])
})

test('pairs at a distance are those whose gap is at most that long, overlaps among them', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), fc.option(fc.nat(12), { nil: undefined }), (spans, near) => {
      const gap = (a: Span, b: Span) => Math.max(a.start, b.start) - Math.min(a.end, b.end)
      const expected = spans.flatMap((a, i) => spans.slice(i + 1).filter((b) => (near === undefined ? gap(a, b) < 0 : gap(a, b) <= near))).length
      let found = 0
      eachPair(inStartOrder(spans), near, () => found++)
      expect(found).toBe(expected)
    }),
  )
})

test('merging spans keeps every character once and leaves touching spans apart', () => {
  fc.assert(
    fc.property(fc.array(span, { maxLength: 30 }), (spans) => {
      const covered = new Set(spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))
      expect(totalLength(mergeOverlapping(spans))).toBe(covered.size)
    }),
  )
  expect(
    mergeOverlapping([
      { start: 3, end: 6 },
      { start: 0, end: 3 },
    ]),
  ).toHaveLength(2)
})
