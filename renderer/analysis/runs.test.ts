import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Segment } from '#shared/contract/codings.ts'
import { meet, runsOf } from './runs.ts'

const document = 'The app, yes. It asks for a face, then a code, then it stops. 装了个屏幕在门口，从来没亮过。'

function passage(start: number, end: number): Segment {
  const text = document.slice(start, end)
  const around = { before: document.slice(0, start), after: document.slice(end) }
  const rest = {
    id: '',
    codeId: '',
    coderId: '',
    weight: null,
    comment: '',
    createdAt: '',
    memos: 0,
    documentName: '',
    speaker: null,
    startMs: null,
    cases: [],
    coderName: '',
  }
  return { ...rest, ...around, documentId: 'd', start, end, text }
}

test('the shared words carry both codes, the rest one each', () => {
  const runs = runsOf(passage(0, 20), passage(14, 32))
  expect(runs.filter((run) => run.carries !== null)).toEqual([
    { text: document.slice(0, 14), carries: 'a' },
    { text: document.slice(14, 20), carries: 'ab' },
    { text: document.slice(20, 32), carries: 'b' },
  ])
})

test('runs put together are the text again, whichever passage begins first', () => {
  const position = fc.nat(document.length)
  fc.assert(
    fc.property(position, position, position, position, (p, q, r, s) => {
      const [a, b] = [passage(Math.min(p, q), Math.max(p, q)), passage(Math.min(r, s), Math.max(r, s))]
      fc.pre(meet(a, b))
      const runs = runsOf(a, b)
      expect(runs.map((run) => run.text).join('')).toBe(document)
      expect(
        runs
          .filter((run) => run.carries === 'ab')
          .map((run) => run.text)
          .join(''),
      ).toBe(document.slice(Math.max(a.start, b.start), Math.min(a.end, b.end)))
    }),
  )
})
