import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { orderGap, type Placed, placesFor } from './order.ts'

function after(siblings: Placed[], writes: Placed[]): string[] {
  const positions = new Map([...siblings, ...writes].map(({ id, position }) => [id, position]))
  expect(new Set(positions.values()).size).toBe(positions.size)
  return [...positions].toSorted((a, b) => a[1] - b[1]).map(([id]) => id)
}

describe('the order of siblings', () => {
  it('is what was asked for, however narrow the room between them', () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 3 }), { maxLength: 8 })
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 4 }), fc.nat(), (steps, count, at) => {
        const siblings = steps.map((_, index) => ({ id: `s${index}`, position: steps.slice(0, index).reduce((sum, step) => sum + step, -3) }))
        const ids = Array.from({ length: count }, (_, index) => `n${index}`)
        const index = at % (siblings.length + 1)
        const beforeId = siblings[index]?.id ?? null
        const expected = siblings.map((sibling) => sibling.id).toSpliced(index, 0, ...ids)
        expect(after(siblings, placesFor(siblings, ids, beforeId))).toEqual(expected)
      }),
    )
  })

  it('writes only what moves while there is room', () => {
    const siblings = [
      { id: 'a', position: 0 },
      { id: 'b', position: orderGap },
    ]
    expect(placesFor(siblings, ['new'], 'b')).toEqual([{ id: 'new', position: orderGap / 2 }])
    expect(placesFor(siblings, ['new'], null)).toEqual([{ id: 'new', position: 2 * orderGap }])
    expect(placesFor(siblings, ['new'], 'a')).toEqual([{ id: 'new', position: -orderGap }])
  })
})
