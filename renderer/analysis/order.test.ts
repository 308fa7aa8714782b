import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CooccurrenceMatrix } from '#shared/contract/analysis.ts'
import { orderRows, orders } from './order.ts'

function matrixFrom(counts: number[][], totals = counts.map((row) => row.reduce((sum, count) => sum + count, 0))): CooccurrenceMatrix {
  return {
    unit: 'overlap',
    measure: 'count',
    codeIds: counts.map((_, row) => `c${row}`),
    values: counts,
    counts,
    totals,
    flags: [],
    codings: 0,
    documents: 0,
  }
}

test('frequency puts the most used code first', () => {
  const matrix = matrixFrom(
    [
      [0, 0],
      [0, 0],
    ],
    [3, 9],
  )
  expect(orderRows(matrix, ['a', 'b'], [0, 1], 'frequency', 'en')).toEqual([1, 0])
})

test('names are sorted as a reader of the language sorts them', () => {
  const matrix = matrixFrom([
    [0, 0, 0],
    [0, 0, 0],
    [0, 0, 0],
  ])
  expect(orderRows(matrix, ['Élan', 'zeal', 'Ease'], [0, 1, 2], 'name', 'en')).toEqual([2, 0, 1])
})

test('codes that keep the same company stand side by side', () => {
  // 0 and 2 meet 4; 1 and 3 meet 5.
  const counts = Array.from({ length: 6 }, () => Array.from({ length: 6 }, () => 0))
  for (const [a, b] of [
    [0, 4],
    [2, 4],
    [1, 5],
    [3, 5],
  ] as const)
    counts[a]![b] = counts[b]![a] = 5
  const order = orderRows(matrixFrom(counts), ['', '', '', '', '', ''], [0, 1, 2, 3, 4, 5], 'similarity', 'en')
  expect(Math.abs(order.indexOf(0) - order.indexOf(2))).toBe(1)
  expect(Math.abs(order.indexOf(1) - order.indexOf(3))).toBe(1)
})

test('whatever the order, every code that is shown is there once', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.nat(9), { minLength: 81, maxLength: 81 }),
      fc.constantFrom(...orders),
      (size, cells, order) => {
        const counts = Array.from({ length: size }, (_, row) =>
          Array.from({ length: size }, (_, column) => cells[Math.min(row, column) * 9 + Math.max(row, column)]!),
        )
        const shown = counts.map((_, row) => row)
        const names = shown.map((row) => `Code ${row}`)
        expect(orderRows(matrixFrom(counts), names, shown, order, 'en').toSorted((a, b) => a - b)).toEqual(shown)
      },
    ),
  )
})
