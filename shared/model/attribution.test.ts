import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { casesOfPassage, touchedTurns } from './attribution.ts'

// Turns of 5, 0 and 4 characters: "Hello", "", "Bye!" stand at 0–5, 6–6 and 7–11.
const starts = [0, 6, 7]

describe('whose words a passage is', () => {
  it('belongs to those who speak in it, not to those next to it', () => {
    const focusGroup = { caseIds: [], starts, turnCaseIds: ['ana', null, 'bo'] }
    expect(casesOfPassage(focusGroup, 0, 5)).toEqual(['ana'])
    expect(casesOfPassage(focusGroup, 7, 11)).toEqual(['bo'])
    expect(casesOfPassage(focusGroup, 3, 8)).toEqual(['ana', 'bo'])
  })

  it('belongs to the cases of its whole document, even where the interviewer speaks', () => {
    const interview = { caseIds: ['resident'], starts, turnCaseIds: [null, null, 'resident'] }
    expect(casesOfPassage(interview, 0, 5)).toEqual(['resident'])
    expect(casesOfPassage(interview, 7, 8)).toEqual(['resident'])
  })

  it('leaves out the turn whose line break alone stands at its beginning', () => {
    expect(touchedTurns(starts, 5, 8)).toEqual({ first: 1, last: 2 })
    expect(touchedTurns(starts, 5, 6)).toEqual({ first: 0, last: 0 })
    expect(touchedTurns(starts, 0, 6)).toEqual({ first: 0, last: 0 })
  })

  it('touches exactly the turns that share a character with it', () => {
    const texts = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(texts, fc.nat(60), fc.nat(60), (lengths, a, b) => {
        const begins = lengths.map((_, index) => lengths.slice(0, index).reduce((sum, length) => sum + length + 1, 0))
        const length = begins.at(-1)! + lengths.at(-1)!
        const start = a % length
        const end = start + 1 + (b % (length - start))
        const sharing = lengths.flatMap((units, turn) => (begins[turn]! < end && begins[turn]! + units > start ? [turn] : []))
        fc.pre(sharing.length > 0)
        expect(touchedTurns(begins, start, end)).toEqual({ first: sharing[0], last: sharing.at(-1) })
      }),
    )
  })
})
