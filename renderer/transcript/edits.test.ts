import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applySplice, mapRange, type Splice } from '#shared/text/edits.ts'
import { createEditQueue, type Edit, joinEdits } from './edits.ts'

const editOf = (text: string, splice: Splice): Edit => ({ splice, expected: text.slice(splice.start, splice.end) })

const spliceIn = (length: number) =>
  fc
    .record({ at: fc.nat(length), size: fc.nat(3), text: fc.string({ unit: fc.constantFrom('x', 'y'), maxLength: 2 }) })
    .map(({ at, size, text }) => ({
      start: at,
      end: Math.min(at + size, length),
      text,
    }))

describe('edits that wait for the engine', () => {
  it('are joined only where text and codings come out the same', () => {
    fc.assert(
      fc.property(
        spliceIn(12).chain((first) => spliceIn(12 - (first.end - first.start) + first.text.length).map((next) => ({ first, next }))),
        ({ first, next }) => {
          const before = 'abcdefghijkl'
          const middle = applySplice(before, first)
          const after = applySplice(middle, next)
          const joined = joinEdits(editOf(before, first), editOf(middle, next))
          if (!joined) return
          expect(applySplice(before, joined.splice)).toBe(after)
          expect(joined.expected).toBe(before.slice(joined.splice.start, joined.splice.end))
          for (let start = 0; start < 12; start++) {
            for (let end = start + 1; end <= 12; end++) {
              const one = mapRange({ start, end }, first)
              expect(mapRange({ start, end }, joined.splice)).toEqual(one && mapRange(one, next))
            }
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('joins what is typed on and what is deleted on', () => {
    const typed = joinEdits({ splice: { start: 2, end: 2, text: 'a' }, expected: '' }, { splice: { start: 3, end: 3, text: 'b' }, expected: '' })
    expect(typed?.splice).toEqual({ start: 2, end: 2, text: 'ab' })
    const deleted = joinEdits({ splice: { start: 4, end: 5, text: '' }, expected: 'e' }, { splice: { start: 3, end: 4, text: '' }, expected: 'd' })
    expect(deleted).toEqual({ splice: { start: 3, end: 5, text: '' }, expected: 'de' })
  })

  it('arrive in order, also when the engine is slow', async () => {
    const sent: string[] = []
    const queue = createEditQueue(
      async ({ splice }) => {
        await new Promise((resolve) => setTimeout(resolve, 2))
        sent.push(splice.text)
      },
      () => {},
    )
    queue.push({ splice: { start: 0, end: 0, text: 'a' }, expected: '' })
    queue.push({ splice: { start: 9, end: 9, text: 'b' }, expected: '' })
    await new Promise((resolve) => setTimeout(resolve, 1))
    queue.push({ splice: { start: 10, end: 10, text: 'c' }, expected: '' })
    await queue.settled()
    expect(sent).toEqual(['a', 'bc'])
    expect(queue.busy()).toBe(false)
  })

  it('are dropped after a refusal, which is told once', async () => {
    const refusals: unknown[] = []
    const queue = createEditQueue(
      () => Promise.reject(new Error('text-changed')),
      (error) => refusals.push(error),
    )
    queue.push({ splice: { start: 0, end: 0, text: 'a' }, expected: '' })
    queue.push({ splice: { start: 9, end: 9, text: 'b' }, expected: '' })
    await queue.settled()
    expect(refusals).toHaveLength(1)
  })
})
