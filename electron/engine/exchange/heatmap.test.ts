import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CooccurrenceMatrix } from '#shared/contract/analysis.ts'
import { contrast, heatMap, inkOn, shade, textWidth, wrap } from './heatmap.ts'
import { wordsIn } from './words.ts'

function matrixOf(values: (number | null)[][]): CooccurrenceMatrix {
  const codeIds = values.map((_, index) => String(index))
  return { unit: 'overlap', measure: 'count', codeIds, values, counts: [], totals: values.map(() => 1), flags: [], codings: 1, documents: 1 }
}

test('the figure in every shade can be read', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
      const fill = shade(share)
      expect(contrast(fill, inkOn(fill) === '#ffffff' ? [255, 255, 255] : [21, 24, 29])).toBeGreaterThanOrEqual(4.5)
    }),
  )
})

test('lines fit their width, in both languages', () => {
  const text = fc.array(fc.constantFrom('codings ', 'of ', '共现', 'same', '，', ' ', 'Versorgungsungleichheit ')).map((parts) => parts.join(''))
  fc.assert(
    fc.property(text, (content) => {
      for (const line of wrap(content, 120, 12)) expect(textWidth(line, 12)).toBeLessThanOrEqual(120)
      expect(wrap(content, 120, 12).join('').replace(/\s/gu, '')).toBe(content.replace(/\s/gu, ''))
    }),
  )
})

test('long names are shortened with their full form as a tooltip, markup in names is text', () => {
  const labels = [
    { name: 'x'.repeat(200), color: '#e07a73' },
    { name: '<b>"A" & 数字</b>', color: '#2fa9b8' },
  ]
  const svg = heatMap(
    'T <1>',
    matrixOf([
      [3, null],
      [null, 2],
    ]),
    labels,
    ['Counted so.'],
    wordsIn('zh-Hans'),
  )
  expect(svg).toContain(`<title>${'x'.repeat(200)}</title>`)
  expect(svg).toContain('&lt;b&gt;&quot;A&quot; &amp; 数字&lt;/b&gt;')
  expect(svg).toContain('url(#undefined)')
  expect(svg).toContain('斜线：无定义。')
})

test('a picture of one code, and of codes that never meet, can be drawn', () => {
  const label = { name: 'A', color: '#e07a73' }
  expect(heatMap('T', matrixOf([[0]]), [label], [], wordsIn('en'))).not.toMatch(/NaN|Infinity/)
  expect(
    heatMap(
      'T',
      matrixOf([
        [0, 0],
        [0, 0],
      ]),
      [label, label],
      [],
      wordsIn('en'),
    ),
  ).not.toMatch(/NaN|Infinity/)
})
