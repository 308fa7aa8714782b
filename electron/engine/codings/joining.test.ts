import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { meets, type Span, settle } from './joining.ts'

const range = fc.tuple(fc.nat(40), fc.integer({ min: 1, max: 8 })).map(([start, length]) => ({ start, end: start + length }))

function spans(ranges: { start: number; end: number }[], prefix: string, year: number): Span[] {
  return ranges.map((at, index) => ({ ...at, id: `${prefix}${index}`, weight: null, comment: '', createdAt: `${year}-01-0${(index % 9) + 1}` }))
}

function covered(all: { start: number; end: number }[]): number[] {
  const characters = new Set<number>()
  for (const { start, end } of all) for (let at = start; at < end; at++) characters.add(at)
  return [...characters].toSorted((a, b) => a - b)
}

describe('codings that meet', () => {
  it('cover afterwards exactly what they covered before, and none that arrived meets another', () => {
    fc.assert(
      fc.property(fc.array(range), fc.array(range), (old, added) => {
        const standing = spans(old, 'old', 2020)
        const arriving = spans(added, 'new', 2021)
        const joined = settle(standing, arriving)
        const touched = new Set(joined.flatMap(({ kept, gone }) => [kept.id, ...gone.map((span) => span.id)]))
        const untouched = standing.filter((span) => !touched.has(span.id))
        const results = [...joined.map(({ kept }) => kept), ...untouched]
        expect(covered(results)).toEqual(covered([...standing, ...arriving]))
        for (const { kept } of joined) for (const other of results) expect(other === kept || !meets(kept, other)).toBe(true)
        for (const span of arriving) expect(touched.has(span.id)).toBe(true)
      }),
    )
  })

  it('keep the earliest, its weight, and every comment once', () => {
    const standing: Span = { id: 'first', start: 0, end: 5, weight: null, comment: 'shame', createdAt: '2020' }
    const arriving: Span = { id: 'second', start: 5, end: 9, weight: 40, comment: 'pride', createdAt: '2021' }
    expect(settle([standing], [arriving])).toEqual([{ kept: { ...standing, end: 9, weight: 40, comment: 'shame\n\npride' }, gone: [arriving] }])
    const same = settle([standing], [{ ...arriving, comment: 'shame' }])
    expect(same[0]!.kept.comment).toBe('shame')
  })

  it('that stood side by side before stay two', () => {
    const standing = spans(
      [
        { start: 0, end: 5 },
        { start: 3, end: 9 },
        { start: 20, end: 30 },
      ],
      'old',
      2020,
    )
    const joined = settle(standing, spans([{ start: 30, end: 35 }], 'new', 2021))
    expect(joined.map(({ kept }) => [kept.id, kept.start, kept.end])).toEqual([['old2', 20, 35]])
  })
})
