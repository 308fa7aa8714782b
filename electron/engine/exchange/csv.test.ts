import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, csvOf } from './csv.ts'
import { type Cell, looksLikeFormula } from './table.ts'

/** A plain reader after RFC 4180, to read back what was written. */
function readCsv(csv: string): string[][] {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  for (let i = 0; i < csv.length; i++) {
    const character = csv[i]!
    if (quoted) {
      if (character === '"' && csv[i + 1] === '"') cell += csv[i++]
      else if (character === '"') quoted = false
      else cell += character
    } else if (character === '"') quoted = true
    else if (character === ',' || character === '\r') {
      rows.at(-1)!.push(cell)
      cell = ''
      if (character === '\r') {
        rows.push([])
        i++
      }
    } else cell += character
  }
  return rows.slice(0, -1)
}

const cell = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.constantFrom('"', ',', '\r\n', '\n', '=', ' ', '＋', 'a', '你', '\t'), { maxLength: 8 }).map((parts) => parts.join('')),
  fc.integer(),
  fc.constant(null),
)

test('every table comes back from its CSV as it was, but for the apostrophes that stop formulas', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
      const csv = csvOf({ name: '', columns: ['a', 'b', 'c'].map((heading) => ({ heading, width: 1 })), rows })
      expect(csv.startsWith('\ufeffa,b,c\r\n')).toBe(true)
      const back = (value: Cell) => (typeof value === 'string' && looksLikeFormula(value) ? `'${value}` : String(value ?? ''))
      expect(readCsv(csv).slice(1)).toEqual(rows.map((row) => row.map(back)))
    }),
    { numRuns: 500 },
  )
})

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '  =1', '\u00a0=1', '\u3000＝1', '＋1', '－1', '＠A1', '\ufeff=1', '\n=1'])(
  'a cell that begins like a formula is neutralised: %j',
  (text) => {
    expect(csvCell(text).replace(/^"/u, '').startsWith("'")).toBe(true)
  },
)

test('negative numbers stay numbers and ordinary text stays as it is', () => {
  expect([csvCell(-3), csvCell(-0.5), csvCell('a = b'), csvCell('1-2'), csvCell('')]).toEqual(['-3', '-0.5', 'a = b', '1-2', ''])
})
