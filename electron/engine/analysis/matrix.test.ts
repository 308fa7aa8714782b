import { expect, test } from 'vitest'
import { cooccurrenceQuestion } from '#shared/contract/analysis.ts'
import { frameOf, type TreeCode } from './frame.ts'
import { cCoefficient, isOutOfRange, jaccard, matrixOf } from './matrix.ts'
import { tallyPairs } from './tally.ts'

const code = (id: string, parentId: string | null = null, codable = true): TreeCode => ({ id, parentId, name: id, color: '#000000', codable })
const none = { codings: 0, documents: 0 }

test('the c-coefficient of the manual is 0.048, and nothing is compared with nothing', () => {
  expect(cCoefficient(5, 100, 10)).toBeCloseTo(0.048, 3)
  expect(cCoefficient(0, 0, 0)).toBeNull()
  expect(jaccard(0, 0, 0)).toBeNull()
})

test('a coefficient above one, or with no positive denominator, is out of range', () => {
  expect([cCoefficient(3, 3, 2), isOutOfRange(3, 3, 2)]).toEqual([1.5, true])
  expect([cCoefficient(6, 3, 3), isOutOfRange(6, 3, 3)]).toEqual([null, true])
  expect(isOutOfRange(2, 2, 2)).toBe(false)
})

test('a matrix says which pairs to read with care', () => {
  const frame = frameOf([code('a'), code('b')], undefined, false)
  const tally = tallyPairs(frame, [
    { codeA: 'a', codeB: 'a', count: 12 },
    { codeA: 'b', codeB: 'b', count: 2 },
    { codeA: 'a', codeB: 'b', count: 8 },
  ])
  const matrix = matrixOf(cooccurrenceQuestion.parse({ measure: 'c' }), frame, tally, null, none)
  expect(matrix.values[0]).toEqual([null, 8 / 6])
  expect(matrix.counts).toEqual([
    [12, 8],
    [8, 2],
  ])
  expect(matrix.flags).toEqual([
    { row: 0, column: 1, flag: 'out-of-range' },
    { row: 0, column: 1, flag: 'unequal-frequency' },
  ])
})

test('rolled up, a code counts the events of its sub-codes, and nothing is defined between it and them', () => {
  const codes = [code('top', null, false), code('one', 'top'), code('two', 'top'), code('other')]
  const frame = frameOf(codes, undefined, true)
  const tally = tallyPairs(frame, [
    { codeA: 'one', codeB: 'one', count: 4 },
    { codeA: 'two', codeB: 'two', count: 3 },
    { codeA: 'other', codeB: 'other', count: 5 },
    { codeA: 'one', codeB: 'two', count: 2 },
    { codeA: 'one', codeB: 'other', count: 1 },
    { codeA: 'other', codeB: 'two', count: 1 },
  ])
  const matrix = matrixOf(cooccurrenceQuestion.parse({ rollUp: true }), frame, tally, null, none)
  expect(matrix.codeIds).toEqual(['top', 'one', 'two', 'other'])
  expect(matrix.values).toEqual([
    [7, null, null, 2],
    [null, 4, 2, 1],
    [null, 2, 3, 1],
    [2, 1, 1, 5],
  ])
})

test('only the chosen codes are shown, in their order, and categories only when rolled up', () => {
  const codes = [code('top', null, false), code('one', 'top'), code('two')]
  expect(frameOf(codes, undefined, false).codeIds).toEqual(['one', 'two'])
  expect(frameOf(codes, ['two', 'top'], false).codeIds).toEqual(['two', 'top'])
})
