import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { applySplice, type Range, type Splice } from '#shared/text/edits.ts'
import { expectedRange, trickyCharacters } from '#shared/text/testing.ts'
import { insertCode } from '../codebook/rules.ts'
import { addCodings } from '../codings/add.ts'
import { checkProject } from '../storage/check.ts'
import { journaledTables } from '../storage/journal.ts'
import type { Project } from '../storage/project.ts'
import { makeTestProject, type TestProject, type TestTurn } from '../testing.ts'
import { editDocument } from './edit.ts'
import { positionsOf } from './positions.ts'
import { listDocuments, textOf } from './rules.ts'

type Study = TestProject & { documentId: string; codeIds: string[] }

function study(turns: TestTurn[]): Study {
  const made = makeTestProject()
  onTestFinished(made.cleanup)
  const documentId = made.addDocument('Talk', turns)
  const codeIds = made.project.change({ kind: 'code.create', params: {}, coderId: made.coderId }, () =>
    ['A', 'B', 'C', 'D'].map((name) => insertCode(made.project, null, { name })),
  )
  return Object.assign(Object.create(made), { documentId, codeIds }) as Study
}

function code({ project, coderId, documentId, codeIds }: Study, ranges: Range[]): string[] {
  const codings = ranges.map((range, index) => ({ documentId, codeId: codeIds[index % codeIds.length]!, coderId, ...range }))
  return addCodings(project, coderId, codings, false).ids
}

function textNow(project: Project, documentId: string): string {
  return textOf(project, documentId)
    .turns.map((turn) => turn.text)
    .join('\n')
}

function anchorQueries(db: Database) {
  return db.prepare<[string], { id: string; st: string; so: number; et: string; eo: number }>(
    'SELECT id, start_turn_id st, start_offset so, end_turn_id et, end_offset eo FROM coding WHERE document_id = ?',
  )
}

function rangesNow(project: Project, documentId: string): Map<string, Range> {
  const positions = positionsOf(project, documentId)
  const rows = project.use(anchorQueries).all(documentId)
  return new Map(
    rows.map(({ id, st, so, et, eo }) => [
      id,
      { start: positions.toOffset({ turnId: st, offset: so }), end: positions.toOffset({ turnId: et, offset: eo }) },
    ]),
  )
}

/** Everything that can be undone, row by row. */
function dump(project: Project): unknown {
  return journaledTables.map((table) => [table, project.db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()])
}

function edit({ project, coderId, documentId }: Study, splice: Splice, joins = false) {
  const expected = textNow(project, documentId).slice(splice.start, splice.end)
  return editDocument(project, { documentId, splice, expected, joins, coderId })
}

const characters = fc.array(fc.constantFrom(...trickyCharacters), { maxLength: 12 }).map((parts) => parts.join(''))
const withBreaks = fc
  .array(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...trickyCharacters) }, { weight: 1, arbitrary: fc.constant('\n') }), { maxLength: 6 })
  .map((parts) => parts.join(''))
const turns = fc.array(fc.record({ speaker: fc.constantFrom(null, 'Ann', '李'), text: characters, continues: fc.boolean() }), {
  minLength: 1,
  maxLength: 6,
})
const places = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
const step = fc.oneof(
  {
    weight: 7,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      at: places,
      text: withBreaks,
      // Few long ones, or nothing would be left to go on with.
      reach: fc.oneof({ weight: 9, arbitrary: fc.nat(4) }, { weight: 1, arbitrary: fc.constant(1000) }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('code' as const), at: places }) },
  { weight: 1, arbitrary: fc.constant({ do: 'undo' as const }) },
  { weight: 1, arbitrary: fc.constant({ do: 'redo' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** The nearest position at or before a share of the text that divides no character. */
function wholePosition(text: string, share: number): number {
  let at = Math.round(share * text.length)
  while (at > 0 && !text.slice(0, at).isWellFormed()) at--
  return at
}

function rangeAt(text: string, [a, b]: [number, number]): Range {
  return { start: wholePosition(text, Math.min(a, b)), end: wholePosition(text, Math.max(a, b)) }
}

function spliceFor(text: string, { at, text: inserted, reach }: Extract<Step, { do: 'edit' }>): Splice {
  const { start, end: far } = rangeAt(text, at)
  return { start, end: wholePosition(text, Math.min(far, start + reach) / Math.max(1, text.length)), text: inserted }
}

describe('anchors in the project file', () => {
  test.each([
    ['', false],
    [' with undo and redo between', true],
  ])(
    'keep to their words through 2,500 random edits%s',
    (_, moves) => {
      let edits = 0
      fc.assert(
        fc.property(
          turns,
          fc.array(places, { minLength: 1, maxLength: 12 }),
          fc.array(step, { minLength: 160, maxLength: 160, size: 'max' }),
          (given, codedPlaces, steps) => {
            const made = makeTestProject()
            try {
              made.project.db.pragma('synchronous = OFF')
              edits += followed(made, given, codedPlaces, moves ? steps : steps.filter((one) => one.do !== 'undo' && one.do !== 'redo'))
            } finally {
              made.cleanup()
            }
          },
        ),
        { numRuns: 30, endOnFailure: true },
      )
      expect(edits).toBeGreaterThan(2_500)
    },
    300_000,
  )
})

type State = { text: string; ranges: Map<string, Range> }

/** Does the steps to a project and to a model of it, and compares the two after each. Returns how many edits were made. */
function followed(made: TestProject, given: TestTurn[], codedPlaces: [number, number][], steps: Step[]): number {
  const { project, coderId } = made
  const documentId = made.addDocument('Talk', given)
  const codeIds = project.change({ kind: 'code.create', params: {}, coderId }, () =>
    ['A', 'B', 'C', 'D'].map((name) => insertCode(project, null, { name })),
  )
  const first = textNow(project, documentId)
  const codings = codedPlaces
    .map((place) => rangeAt(first, place))
    .filter(({ start, end }) => start < end)
    .map((range, index) => ({ documentId, codeId: codeIds[index % 4]!, coderId, ...range }))
  addCodings(project, coderId, codings, false)

  const beginning = dump(project)
  const states: State[] = [{ text: first, ranges: rangesNow(project, documentId) }]
  let at = 0
  let edits = 0
  for (const one of steps) {
    const state = states[at]!
    if (one.do === 'edit') {
      const splice = spliceFor(state.text, one)
      if (state.text.slice(splice.start, splice.end) === splice.text) continue
      editDocument(project, { documentId, splice, expected: state.text.slice(splice.start, splice.end), joins: false, coderId })
      edits++
      states.splice(++at, states.length, after(state, splice))
    } else if (one.do === 'code') {
      const range = rangeAt(state.text, one.at)
      if (range.start === range.end) continue
      const { added, ids } = addCodings(project, coderId, [{ documentId, codeId: codeIds[at % 4]!, coderId, ...range }], false)
      if (added > 0) states.splice(++at, states.length, { text: state.text, ranges: new Map([...state.ranges, [ids[0]!, range]]) })
    } else if (one.do === 'undo' && at > 0) {
      project.undo()
      at--
    } else if (one.do === 'redo' && at < states.length - 1) {
      project.redo()
      at++
    }
    expect(textNow(project, documentId)).toBe(states[at]!.text)
    expect(rangesNow(project, documentId)).toEqual(states[at]!.ranges)
  }
  expect(checkProject(project).faults).toEqual([])
  while (at < states.length - 1) {
    project.redo()
    at++
  }
  const end = dump(project)
  for (let n = 0; n < at; n++) project.undo()
  expect(dump(project)).toEqual(beginning)
  for (let n = 0; n < at; n++) project.redo()
  expect(dump(project)).toEqual(end)
  return edits
}

function after({ text, ranges }: State, splice: Splice): State {
  const moved = [...ranges].flatMap(([id, range]) => {
    const now = expectedRange(text.length, range, splice)
    return now ? [[id, now] as const] : []
  })
  return { text: applySplice(text, splice), ranges: new Map(moved) }
}

describe('editing a transcript', () => {
  const talk: TestTurn[] = [
    ['Ann', 'Hello there'],
    { speaker: 'Ann', text: 'more of it', continues: true },
    { speaker: 'Bo', text: 'Yes', startMs: 5000 },
    ['Ann', 'Well'],
  ]

  test('a line break divides a turn and the speech goes on', () => {
    const s = study(talk)
    const { turns, removedTurnIds } = edit(s, { start: 5, end: 6, text: '\n' })
    expect(turns.map(({ text, continues }) => [text, continues])).toEqual([
      ['Hello', false],
      ['there', true],
    ])
    expect(turns[0]!.speakerId).toBe(turns[1]!.speakerId)
    expect(removedTurnIds).toEqual([])
    expect(textNow(s.project, s.documentId)).toBe('Hello\nthere\nmore of it\nYes\nWell')
  })

  test('deleting a line break joins the turns under the first one’s name', () => {
    const s = study(talk)
    const before = textOf(s.project, s.documentId).turns
    const { turns, removedTurnIds } = edit(s, { start: 22, end: 23, text: ' ' })
    expect(turns).toEqual([{ ...before[1], text: 'more of it Yes' }])
    expect(removedTurnIds).toEqual([before[2]!.id])
  })

  test('deleting a whole turn leaves the next one with whoever said it', () => {
    const s = study(talk)
    const before = textOf(s.project, s.documentId).turns
    const { turns, removedTurnIds } = edit(s, { start: 0, end: 23, text: '' })
    expect(turns).toEqual([{ ...before[2], id: before[0]!.id }])
    expect(removedTurnIds).toEqual([before[1]!.id, before[2]!.id])
  })

  test('a turn that went on under a speaker who is gone now begins a speech of its own', () => {
    const s = study([['Ann', 'One'], ['Bo', 'Two'], { speaker: 'Bo', text: 'three', continues: true }])
    const { turns } = edit(s, { start: 1, end: 7, text: '' })
    expect(turns.map(({ text, continues }) => [text, continues])).toEqual([
      ['O', false],
      ['three', false],
    ])
    expect(listDocuments(s.project)[0]).toMatchObject({ turns: 2, characters: 7, words: 2 })
  })

  test('bold words stay bold, and a line break divides them too', () => {
    const s = study([{ text: 'one two three', marks: [[4, 13, 'b']] }])
    const { turns } = edit(s, { start: 7, end: 8, text: '\n' })
    expect(turns.map((turn) => turn.marks)).toEqual([[[4, 7, 'b']], [[0, 5, 'b']]])
    expect(edit(s, { start: 7, end: 8, text: '-' }).turns[0]!.marks).toEqual([
      [4, 7, 'b'],
      [8, 13, 'b'],
    ])
  })

  test('a passage of which nothing is left goes with its memo, and undo brings both back', () => {
    const s = study(talk)
    const [id] = code(s, [{ start: 6, end: 11 }])
    s.project.change({ kind: 'memo.create', params: {}, coderId: s.coderId }, () =>
      s.project.db
        .prepare(`INSERT INTO memo (id, coding_id, title, text, coder_id, created_at, modified_at) VALUES ('m', ?, '', 'why', ?, '', '')`)
        .run(id, s.coderId),
    )
    const before = dump(s.project)
    edit(s, { start: 5, end: 11, text: '' })
    expect(rangesNow(s.project, s.documentId).size).toBe(0)
    expect(s.project.db.prepare('SELECT count(*) AS n FROM memo').get()).toEqual({ n: 0 })
    s.reopen()
    s.project.undo()
    expect(dump(s.project)).toEqual(before)
  })

  test('writes only the codings that the edit moves', () => {
    const s = study(talk)
    code(s, [
      { start: 0, end: 2 },
      { start: 6, end: 11 },
      { start: 3, end: 26 },
      { start: 12, end: 16 },
      { start: 27, end: 31 },
    ])
    edit(s, { start: 4, end: 4, text: 'x' })
    const touched = s.project.db
      .prepare(`SELECT table_name AS t, count(*) AS n FROM journal_change WHERE entry_id = (SELECT max(id) FROM journal_entry) GROUP BY 1 ORDER BY 1`)
      .all()
    expect(touched).toEqual([
      { t: 'coding', n: 1 },
      { t: 'document', n: 1 },
      { t: 'turn', n: 1 },
    ])
  })

  test('keystrokes that follow each other are one step back', () => {
    const s = study(talk)
    code(s, [{ start: 0, end: 11 }])
    const before = dump(s.project)
    for (const [index, letter] of [...'slowly 你好😀'].entries())
      edit(s, { start: 5 + Math.min(index, 9), end: 5 + Math.min(index, 9), text: letter }, true)
    const typed = dump(s.project)
    s.project.undo()
    expect(dump(s.project)).toEqual(before)
    s.project.redo()
    expect(dump(s.project)).toEqual(typed)
  })

  test('refuses a page that has fallen behind, half a character and a place outside, and changes nothing', () => {
    const s = study(['a😀b'])
    const attempt = (splice: Splice, expected: string) => () =>
      editDocument(s.project, { documentId: s.documentId, splice, expected, joins: false, coderId: s.coderId })
    const before = dump(s.project)
    expect(attempt({ start: 0, end: 1, text: 'x' }, 'z')).toThrow('text-changed')
    expect(attempt({ start: 2, end: 2, text: 'x' }, '')).toThrow('edit-splits-character')
    expect(attempt({ start: 1, end: 2, text: 'x' }, '😀'.slice(0, 1))).toThrow('edit-splits-character')
    expect(attempt({ start: 0, end: 0, text: '\ud83d' }, '')).toThrow('edit-splits-character')
    expect(attempt({ start: 3, end: 5, text: '' }, 'b')).toThrow('range-outside')
    expect(attempt({ start: 3, end: 2, text: '' }, '')).toThrow('range-outside')
    expect(() =>
      editDocument(s.project, { documentId: 'none', splice: { start: 0, end: 0, text: 'x' }, expected: '', joins: false, coderId: s.coderId }),
    ).toThrow('not-found')
    expect(dump(s.project)).toEqual(before)
  })

  test('there is room for any number of new lines at one place', () => {
    const s = study(['a', 'b'])
    for (let n = 0; n < 60; n++) edit(s, { start: 1, end: 1, text: '\n' })
    edit(s, { start: 1, end: 1, text: '\n'.repeat(3_000) })
    expect(textNow(s.project, s.documentId)).toBe(`a${'\n'.repeat(3_061)}b`)
    expect(checkProject(s.project)).toEqual({ ok: true, faults: [] })
    s.project.undo()
    expect(textNow(s.project, s.documentId)).toBe(`a${'\n'.repeat(61)}b`)
  })
})
