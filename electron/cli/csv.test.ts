import { expect, test } from 'vitest'
import { readTable } from './csv.ts'
import { parsePath } from './naming.ts'

const read = (csv: string) => readTable('t.csv', csv, ['a', 'b'])

test('a table with BOM, quotes, line breaks in cells and any column order is read', () => {
  expect(read('\ufeffB,A,c\r\n"x ""y"", z\nw",1,\r\n\r\n2,3,4')).toEqual([
    { line: 2, cells: { a: '1', b: 'x "y", z\nw', c: '' } },
    { line: 5, cells: { a: '3', b: '2', c: '4' } },
  ])
  expect(read('a,b\n1,2\n').map(({ cells }) => cells)).toEqual([{ a: '1', b: '2' }])
  expect(read('a,b')).toEqual([])
})

test.each([
  ['a missing column', 'a,c\n1,2', 'b'],
  ['a short row', 'a,b\n1', 'headings'],
  ['a quote that does not end', 'a,b\n"1,2', 'quotes'],
  ['nothing', '', 'missing'],
])('%s is refused with its line', (_, csv, reason) => {
  expect(() => read(csv)).toThrow(reason)
})

test('a path is divided at " > " only', () => {
  expect(parsePath('Barriers > Money > a>b')).toEqual(['Barriers', 'Money', 'a>b'])
  expect(() => parsePath('Barriers > ')).toThrow()
})
