import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySplice, mapCaret, mapRange, type Splice, spliceBetween, splitsCharacter } from './edits.ts'
import { expectedRange, trickyCharacters } from './testing.ts'

const characters = (maxLength: number) => fc.array(fc.constantFrom(...trickyCharacters, '\n'), { maxLength })
const text = characters(40).map((parts) => parts.join(''))

/** A text and one edit of it at whole characters. */
const edited = fc.tuple(characters(40), fc.nat(), fc.nat(8), characters(6)).map(([parts, at, length, inserted]) => {
  const from = parts.length === 0 ? 0 : at % (parts.length + 1)
  const start = parts.slice(0, from).join('').length
  const splice: Splice = { start, end: start + parts.slice(from, from + length).join('').length, text: inserted.join('') }
  return { before: parts.join(''), splice }
})

const ranges = (length: number) =>
  fc.array(
    fc.tuple(fc.nat(length), fc.nat(length)).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
    { minLength: 1, maxLength: 8 },
  )

describe('a coded passage after an edit', () => {
  test('holds exactly what is left of it and what was written into it (10,000 random edits)', () => {
    fc.assert(
      fc.property(
        edited.chain(({ before, splice }) => fc.record({ before: fc.constant(before), splice: fc.constant(splice), ranges: ranges(before.length) })),
        ({ before, splice, ranges }) => {
          for (const range of ranges.filter(({ start, end }) => start < end)) {
            expect(mapRange(range, splice)).toEqual(expectedRange(before.length, range, splice))
          }
        },
      ),
      { numRuns: 10_000 },
    )
  })

  test.each([
    ['typing right before it leaves it as it was', { start: 2, end: 2, text: 'x' }, { start: 3, end: 6 }],
    ['typing right behind it leaves it as it was', { start: 5, end: 5, text: 'x' }, { start: 2, end: 5 }],
    ['typing inside makes it longer', { start: 3, end: 3, text: 'xy' }, { start: 2, end: 7 }],
    ['correcting its first word stays inside', { start: 2, end: 3, text: 'xyz' }, { start: 2, end: 7 }],
    ['correcting its last word stays inside', { start: 4, end: 5, text: 'xyz' }, { start: 2, end: 7 }],
    ['rewriting it whole keeps it on the new words', { start: 2, end: 5, text: 'x' }, { start: 2, end: 3 }],
    ['deleting it whole leaves nothing', { start: 2, end: 5, text: '' }, null],
    ['overwriting more than it leaves nothing', { start: 1, end: 5, text: 'xyz' }, null],
    ['overwriting its beginning and what stands before leaves its end', { start: 1, end: 3, text: 'xyz' }, { start: 4, end: 6 }],
  ])('%s', (_, splice, expected) => {
    expect(mapRange({ start: 2, end: 5 }, splice)).toEqual(expected)
  })
})

describe('the replacement between two texts', () => {
  test('turns the one into the other and never divides a character', () => {
    fc.assert(
      fc.property(text, text, fc.option(fc.nat(40), { nil: undefined }), (before, after, caret) => {
        const splice = spliceBetween(before, after, caret)
        expect(splice === null).toBe(before === after)
        if (!splice) return
        expect(applySplice(before, splice)).toBe(after)
        for (const at of [splice.start, splice.end]) expect(splitsCharacter(before, at)).toBe(false)
        expect(splice.text.isWellFormed()).toBe(true)
      }),
      { numRuns: 5_000 },
    )
  })

  test('is what was typed or deleted at the caret, however much the text repeats itself', () => {
    const repetitive = fc.array(fc.constantFrom('a', '哈', '😀'), { maxLength: 12 })
    fc.assert(
      fc.property(repetitive, fc.nat(12), repetitive, fc.boolean(), (parts, at, more, deletes) => {
        const whole = parts.toSpliced(at, 0, ...more).join('')
        const start = parts.slice(0, at).join('').length
        const inserted = more.join('')
        fc.pre(inserted !== '')
        if (deletes) expect(spliceBetween(whole, parts.join(''), start)).toEqual({ start, end: start + inserted.length, text: '' })
        else expect(spliceBetween(parts.join(''), whole, start + inserted.length)).toEqual({ start, end: start, text: inserted })
      }),
      { numRuns: 5_000 },
    )
  })
})

test('a caret stays with the text around it', () => {
  const splice = { start: 2, end: 4, text: 'xyz' }
  expect([0, 1, 2, 3, 4, 6].map((caret) => mapCaret(caret, splice))).toEqual([0, 1, 5, 5, 5, 7])
})
