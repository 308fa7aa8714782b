import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applySplice } from './edits.ts'
import { trickyCharacters } from './testing.ts'
import { countWords, countWordsChanged } from './words.ts'

test.each([
  ['', 0],
  ['One two  three.', 3],
  ["It's a well-known thing – isn’t it?", 6],
  ['我们明天去医院。', 4],
  ['去 GP 看病', 3],
  ['5,000 people', 3],
  ['naïve café', 2],
  ['שלום עולם', 2],
  ['😀 !', 0],
])('%j has %i words', (text, words) => {
  expect(countWords(text)).toBe(words)
})

test('an edit changes the number of words by as much as counting again would tell', () => {
  const characters = fc.array(fc.constantFrom(...trickyCharacters, '\n'), { maxLength: 60 })
  fc.assert(
    fc.property(characters, fc.nat(60), fc.nat(10), characters, (parts, at, length, inserted) => {
      const before = parts.join('')
      const start = parts.slice(0, at).join('').length
      const splice = { start, end: start + parts.slice(at, at + length).join('').length, text: inserted.join('') }
      expect(countWordsChanged(before, splice)).toBe(countWords(applySplice(before, splice)) - countWords(before))
    }),
    { numRuns: 5_000 },
  )
})
