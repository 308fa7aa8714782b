import { expect, test } from 'vitest'
import { listOf, tableOf, width } from './output.ts'

test('columns stay in step where Chinese characters and emoji take two places', () => {
  expect([width('abc'), width('李阿姨'), width('👩‍👧‍👦'), width('é'), width('，')]).toEqual([3, 6, 2, 1, 2])
  const lines = tableOf(
    ['name', 'n'],
    [
      ['李阿姨', 1],
      ['R1', 22],
    ],
  ).split('\n')
  expect(lines).toEqual(['name     n', '李阿姨   1', 'R1      22'])
})

test('what a text holds cannot steer the terminal or break a row', () => {
  expect(tableOf(['text'], [['a\u001b[2J\nb']])).toBe('text\na[2J b')
  expect(width(tableOf(['t'], [['长'.repeat(300)]]).split('\n')[1]!)).toBeLessThanOrEqual(81)
  expect(
    listOf([
      ['name', 'x'],
      ['codes', 3],
    ]),
  ).toBe('name   x\ncodes  3')
})
