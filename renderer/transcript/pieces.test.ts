import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Coding } from '#shared/contract/codings.ts'
import type { Turn } from '#shared/contract/documents.ts'
import { applySplice, mapRange, spliceBetween } from '#shared/text/edits.ts'
import { assignLanes, placeLabels } from './lanes.ts'
import { runsOf } from './marks.ts'
import { createCodedText, piecesOf, spanOf } from './pieces.ts'

const turn = (id: string, text: string, marks: Turn['marks'] = []): Turn => ({
  id,
  text,
  marks,
  speakerId: 's',
  continues: false,
  startMs: 0,
  heading: 0,
})
const coding = (id: string, start: number, end: number): Coding => ({
  id,
  start,
  end,
  documentId: 'd',
  codeId: 'c',
  coderId: 'k',
  weight: null,
  comment: '',
  createdAt: '',
  memos: 0,
})

function codedText(lines: string[], spans: [number, number][]) {
  let made = 0
  const source = lines.map((text, i) => turn(`t${i}`, text))
  return createCodedText(
    source,
    spans.map(([start, end], i) => coding(`c${i}`, start, end)),
    () => `new${made++}`,
  )
}

/** A text of a few turns with a few codings, and edits to it; 'aab' and '的' make repetitions and a second script. */
const study = fc
  .record({
    lines: fc.array(fc.string({ unit: fc.constantFrom('a', 'a', 'b', ' ', '的', '😀'), maxLength: 12 }), { minLength: 1, maxLength: 6 }),
    spans: fc.array(fc.tuple(fc.nat(60), fc.nat(60)), { maxLength: 8 }),
    edits: fc.array(fc.record({ at: fc.nat(60), length: fc.nat(20), text: fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 6 }) }), {
      maxLength: 6,
    }),
  })
  .map(({ lines, spans, edits }) => {
    const length = lines.join('\n').length
    const within = spans.map(([a, b]): [number, number] => [Math.min(a, b, length), Math.min(Math.max(a, b), length)]).filter(([a, b]) => a < b)
    return { lines, spans: within, edits }
  })

describe('codings kept with a transcript', () => {
  it('lie where they were put: pieces joined again are the coded passage', () => {
    fc.assert(
      fc.property(study, ({ lines, spans }) => {
        const coded = codedText(lines, spans)
        const text = lines.join('\n')
        expect(coded.text()).toBe(text)
        spans.forEach(([start, end], i) => {
          expect(spanOf(coded.codings.get(`c${i}`)!)).toEqual({ start, end })
          const parts = coded.turns
            .flatMap((t) => piecesOf(t).map((piece) => ({ piece, t })))
            .filter(({ piece }) => piece.anchored.coding.id === `c${i}`)
            .map(({ piece, t }) => t.turn.text.slice(piece.start, piece.end))
          expect(parts.join('')).toBe(text.slice(start, end).replaceAll('\n', ''))
        })
      }),
    )
  })

  it('never drift: any edits move them as the engine would', () => {
    fc.assert(
      fc.property(study, ({ lines, spans, edits }) => {
        const coded = codedText(lines, spans)
        let text = lines.join('\n')
        const expected = new Map(spans.map(([start, end], i) => [`c${i}`, { start, end }]))
        for (const { at, length, text: insert } of edits) {
          const start = Math.min(at, text.length)
          const splice = { start, end: Math.min(start + length, text.length), text: insert }
          const { lostIds } = coded.edit(splice)
          text = applySplice(text, splice)
          for (const [id, span] of [...expected]) {
            const mapped = mapRange(span, splice)
            if (mapped) expected.set(id, mapped)
            else {
              expected.delete(id)
              expect(lostIds).toContain(id)
            }
          }
          expect(coded.text()).toBe(text)
          expect(coded.turns.map((t) => [t.index, coded.text().slice(t.start, t.start + t.turn.text.length)])).toEqual(
            coded.turns.map((t, i) => [i, t.turn.text]),
          )
          expect(new Map([...coded.codings].map(([id, anchored]) => [id, spanOf(anchored)]))).toEqual(expected)
          for (const t of coded.turns) {
            for (const piece of piecesOf(t)) expect(piece.end).toBeLessThanOrEqual(t.turn.text.length)
            expect(coded.turn(t.turn.id)).toBe(t)
          }
        }
      }),
    )
  })

  it('are found by any passage they share a character with', () => {
    const coded = codedText(
      ['one', 'two', 'three'],
      [
        [0, 5],
        [4, 7],
        [8, 13],
      ],
    )
    expect(coded.codingsIn({ start: 4, end: 5 }).map((a) => a.coding.id)).toEqual(['c0', 'c1'])
    expect(coded.codingsIn({ start: 7, end: 8 })).toEqual([])
    expect(coded.codingsIn({ start: 7, end: 7 }).map((a) => a.coding.id)).toEqual(['c1'])
  })

  it('touch only their own turns when added or removed', () => {
    const coded = codedText(['one', 'two', 'three', 'four'], [])
    expect(coded.put(coding('x', 5, 10)).map((t) => t.index)).toEqual([1, 2])
    expect(coded.remove('x').map((t) => t.index)).toEqual([1, 2])
    expect(coded.remove('x')).toEqual([])
  })

  it('keep the first turn when one is divided, and say what joins', () => {
    const coded = codedText(['one two', 'three'], [[0, 7]])
    const divided = coded.edit({ start: 3, end: 4, text: '\n' })
    expect(divided.changed.map((t) => [t.turn.id, t.turn.text, t.turn.continues])).toEqual([
      ['t0', 'one', false],
      ['new0', 'two', true],
    ])
    const joined = coded.edit({ start: 3, end: 4, text: ' ' })
    expect(joined.removed.map((t) => t.turn.id)).toEqual(['new0'])
    expect(coded.turns.map((t) => t.turn.text)).toEqual(['one two', 'three'])
  })
})

describe('what a person typed', () => {
  it('is found from the text before and after, also where letters repeat', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 20 }),
        fc.nat(20),
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 3 }),
        (before, at, typed) => {
          const start = Math.min(at, before.length)
          const after = applySplice(before, { start, end: start, text: typed })
          expect(spliceBetween(before, after, start + typed.length)).toEqual({ start, end: start, text: typed })
        },
      ),
    )
  })
})

describe('formatting beside the text', () => {
  it('cuts a turn into stretches that are the whole text', () => {
    expect(
      runsOf(
        turn('t', 'plain bold both', [
          [6, 15, 'b'],
          [11, 15, 'i'],
        ]),
      ),
    ).toEqual([
      { text: 'plain ', bold: false, italic: false },
      { text: 'bold ', bold: true, italic: false },
      { text: 'both', bold: true, italic: true },
    ])
  })

  it('stays on its words when a turn is divided', () => {
    const coded = createCodedText([turn('t', 'one two three', [[4, 13, 'b']])], [], () => 'new')
    coded.edit({ start: 7, end: 8, text: '\n' })
    expect(coded.turns.map((t) => t.turn.marks)).toEqual([[[4, 7, 'b']], [[0, 5, 'b']]])
  })
})

describe('stripes in the margin', () => {
  const spans = fc
    .array(fc.tuple(fc.nat(500), fc.integer({ min: 1, max: 80 })), { maxLength: 60 })
    .map((list) => list.map(([start, length]) => ({ start, end: start + length })).sort((a, b) => a.start - b.start))

  it('never share a lane where they overlap, and use no more lanes than overlap at once', () => {
    fc.assert(
      fc.property(spans, fc.nat(20), (all, gap) => {
        const { lanes, count } = assignLanes(all, gap)
        all.forEach((a, i) => {
          all.forEach((b, j) => {
            if (i < j && lanes[i] === lanes[j]) expect(a.end + gap <= b.start).toBe(true)
          })
        })
        const deepest = Math.max(0, ...all.map((a) => all.filter((b) => b.start <= a.start && a.start < b.end + gap).length))
        expect(count).toBe(deepest)
      }),
    )
  })

  it('have names that never lie over one another nor over a stripe', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const stripes = all.map(({ start, end }, i) => ({ top: start - 50, bottom: end - 50, right: 4 + (i % 5) * 8 }))
        const labels = placeLabels(stripes, 14, 400, 4)
        for (const a of labels) {
          expect(a.y).toBeGreaterThanOrEqual(0)
          expect(a.y + 14).toBeLessThanOrEqual(400)
          for (const b of labels) if (a !== b) expect(Math.abs(a.y - b.y)).toBeGreaterThanOrEqual(14)
          for (const stripe of stripes) if (stripe.top < a.y + 14 && a.y < stripe.bottom) expect(a.x).toBeGreaterThan(stripe.right)
        }
      }),
    )
  })
})
