import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { headOf, tailOf } from './context.ts'

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })
const text = fc
  .array(fc.constantFrom('the ', 'clinic', ', ', '我们', '每天', '。', '👩‍👧‍👦', 'e\u0301', '🇨🇳', 'שלום ', '\n', '𠀋'), { maxLength: 90 })
  .map((parts) => parts.join(''))

describe('what stands around a passage', () => {
  it('is short, is really there, and divides no character', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 130 }), (whole, limit) => {
        const boundaries = new Set([...graphemes.segment(whole)].map((part) => part.index).concat(whole.length))
        const head = headOf(whole, limit)
        const tail = tailOf(whole, limit)
        expect(head.length).toBeLessThanOrEqual(limit)
        expect(tail.length).toBeLessThanOrEqual(limit)
        expect(whole.startsWith(head) && whole.endsWith(tail)).toBe(true)
        expect(boundaries.has(head.length) && boundaries.has(whole.length - tail.length)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('begins and ends with whole words, in Chinese too', () => {
    expect(tailOf('nobody told us about the clinic', 14)).toBe('the clinic')
    expect(headOf('nobody told us about the clinic', 14)).toBe('nobody told us')
    expect(headOf('nobody told us about the clinic', 13)).toBe('nobody told')
    expect(headOf('我们每天都要排队等候', 3)).toBe('我们')
  })

  it('never begins with the full stop of the sentence before', () => {
    expect(tailOf('They were at B019. I took a number', 16)).toBe('I took a number')
    expect(tailOf('排了一上午队。号就没了', 5)).toBe('号就没了')
  })

  it('gives part of a word that is longer than all there is room for', () => {
    expect(headOf('x'.repeat(500), 20)).toBe('x'.repeat(20))
    expect(tailOf('x'.repeat(500), 20)).toBe('x'.repeat(20))
  })
})
