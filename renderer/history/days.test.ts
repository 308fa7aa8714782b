import { expect, it } from 'vitest'
import type { JournalEntry } from '#shared/contract/history.ts'
import { byDay } from './days.ts'

const entry = (id: number, at: Date): JournalEntry => ({
  id,
  at: at.toISOString(),
  coderId: null,
  coderName: 'Ana',
  action: { kind: 'code.create', params: {} },
  state: 'done',
})

it('The history shows each day once, newest first, with its entries in their order', () => {
  const days = byDay([entry(4, new Date(2025, 2, 2, 9)), entry(3, new Date(2025, 2, 1, 23, 59)), entry(2, new Date(2025, 2, 1, 8))])
  expect(days.map(({ entries }) => entries.map(({ id }) => id))).toEqual([[4], [3, 2]])
})
