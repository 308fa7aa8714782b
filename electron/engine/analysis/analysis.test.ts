import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { cooccurrenceQuestion, crosstabQuestion } from '#shared/contract/analysis.ts'
import { ensureCoder } from '../coders/rules.ts'
import { positionsOf } from '../documents/positions.ts'
import { makeTestEngine, makeTestProject, type TestProject } from '../testing.ts'
import { cooccurrence, crosstab, crosstabCell, pair } from './handlers.ts'
import { cooccurrenceFaults, expectedCooccurrence, refreshCooccurrence, scheduleRefresh } from './sweep.ts'

let study: TestProject
beforeEach(() => {
  study = makeTestProject()
  return study.cleanup
})

const run = (sql: string, ...values: unknown[]) =>
  study.project.change({ kind: 'test', params: {}, coderId: study.coderId }, () => study.project.db.prepare(sql).run(...values))

function addCode(name: string, parentId: string | null = null, codable = 1): string {
  run(`INSERT INTO code SELECT ?, ?, count(*), ?, '#e07a73', ?, '', '', '', '', '2026-01-01T00:00:00Z' FROM code`, name, parentId, name, codable)
  return name
}

function addCoding(documentId: string, codeId: string, start: number, end: number, coderId = study.coderId): string {
  const positions = positionsOf(study.project, documentId)
  const [from, to] = [positions.toAnchor(start), positions.toAnchor(end)]
  const id = randomUUID()
  const place = [from.turnId, from.offset, to.turnId, to.offset]
  run(`INSERT INTO coding VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULL, '', '2026-01-01T00:00:00Z')`, id, documentId, codeId, coderId, ...place)
  return id
}

const ask = (question: object) => cooccurrence(study.project, cooccurrenceQuestion.parse(question))
const tabulate = (question: object) => crosstab(study.project, crosstabQuestion.parse(question))

test('the matrix is right after codings, their removal, undo and redo, and after a restart', () => {
  const document = study.addDocument('A', ['0123456789'])
  const [a, b] = [addCode('a'), addCode('b')]
  addCoding(document, a, 0, 5)
  addCoding(document, b, 3, 8)
  expect(ask({}).values).toEqual([
    [1, 1],
    [1, 1],
  ])
  run('DELETE FROM coding WHERE code_id = ?', b)
  expect(ask({}).values).toEqual([
    [1, 0],
    [0, 0],
  ])
  study.project.undo()
  expect(ask({}).values[0]).toEqual([1, 1])
  study.project.redo()
  expect(ask({}).values[0]).toEqual([1, 0])
  study.reopen().undo()
  expect(ask({})).toMatchObject({
    values: [
      [1, 1],
      [1, 1],
    ],
    codings: 2,
    documents: 1,
  })
  run('DELETE FROM document WHERE id = ?', document)
  expect(ask({})).toMatchObject({ totals: [0, 0], codings: 0, documents: 0 })
  expect(cooccurrenceFaults(study.project)).toEqual([])
})

test('whatever is coded and taken back, the stored matrix equals the one counted afresh', () => {
  const documents = ['A', 'B'].map((name) => study.addDocument(name, ['x'.repeat(40), 'y'.repeat(40)]))
  const codes = ['a', 'b', 'c'].map((name) => addCode(name))
  const coders = [study.coderId, ensureCoder(study.project, 'Mei')]
  const coded = fc.record({
    do: fc.constant('code' as const),
    d: fc.nat(1),
    c: fc.nat(2),
    k: fc.nat(1),
    at: fc.nat(70),
    n: fc.integer({ min: 1, max: 10 }),
  })
  const step = fc.oneof({ weight: 6, arbitrary: coded }, fc.record({ do: fc.constantFrom('undo' as const, 'redo' as const, 'refresh' as const) }))
  fc.assert(
    fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
      let undone = 0
      let done = 0
      for (const next of steps) {
        if (next.do === 'code') {
          addCoding(documents[next.d]!, codes[next.c]!, next.at, next.at + next.n, coders[next.k]!)
          ;[done, undone] = [done + 1, 0]
        } else if (next.do === 'refresh') refreshCooccurrence(study.project, 1)
        else if (next.do === 'undo' && done > 0) {
          study.project.undo()
          ;[done, undone] = [done - 1, undone + 1]
        } else if (next.do === 'redo' && undone > 0) {
          study.project.redo()
          ;[done, undone] = [done + 1, undone - 1]
        }
      }
      expect(cooccurrenceFaults(study.project)).toEqual([])
    }),
    { numRuns: 25 },
  )
  expect(expectedCooccurrence(study.project).length).toBeGreaterThan(0)
})

test('a stored row that is wrong is found', () => {
  const document = study.addDocument('A', ['0123456789'])
  addCoding(document, addCode('a'), 0, 5)
  refreshCooccurrence(study.project)
  study.project.db.exec('UPDATE cooccurrence SET count = 7')
  expect(cooccurrenceFaults(study.project)).toEqual([
    { documentId: document, coderId: study.coderId, codeA: 'a', codeB: 'a', stored: 7, expected: 1 },
  ])
})

test('every way to the same cell gives the same figure', () => {
  const one = study.addDocument('A', ['0123456789', '0123456789'])
  const two = study.addDocument('B', ['0123456789'])
  const [a, b] = [addCode('a'), addCode('b')]
  addCoding(one, a, 0, 5)
  addCoding(one, b, 4, 13)
  addCoding(one, b, 3, 4)
  addCoding(one, a, 11, 12)
  addCoding(two, a, 0, 4)
  addCoding(two, b, 6, 9)
  addCoding(two, b, 0, 4, ensureCoder(study.project, 'Mei'))
  const cell = (question: object) => ask(question).values[0]![1]
  const figures = (question: object) => pair(study.project, { ...cooccurrenceQuestion.parse(question), codeA: a, codeB: b })
  expect(cell({})).toBe(3)
  expect(cell({ documentIds: [one, two] })).toBe(3)
  expect(cell({ documentIds: [two] })).toBe(0)
  expect(cell({ documentIds: [two], near: 1 })).toBe(0)
  expect(cell({ documentIds: [two], near: 2 })).toBe(1)
  expect(cell({ unit: 'paragraph' })).toBe(3)
  expect(cell({ unit: 'document' })).toBe(2)
  expect(cell({ measure: 'c' })).toBe(3 / (3 + 4 - 3))
  // In A 1 + 1 + 1 of the characters 0–13 carry both; in B nothing does, by one and the same coder.
  expect(cell({ measure: 'jaccard' })).toBe(3 / (6 + 10 - 3 + 4 + 3 + 4))
  for (const question of [{}, { near: 2 }, { unit: 'paragraph' }, { unit: 'turn' }, { unit: 'document' }, { documentIds: [one] }]) {
    const found = figures(question)
    expect(found.count).toBe(cell(question))
    expect(found.c).toBe(cell({ ...question, measure: 'c' }))
    expect(found.jaccard).toBe(cell({ ...question, measure: 'jaccard' }))
  }
  expect(figures({})).toMatchObject({ totalA: 3, totalB: 4, documents: 1 })
  expect(figures({}).events).toHaveLength(3)
  expect(() => ask({ codeIds: ['nobody'] })).toThrow('not-found')
})

test('a speech with its further paragraphs is one turn, each paragraph a unit of its own', () => {
  const document = study.addDocument('A', [['Ann', 'first'], { text: 'second', continues: true, speaker: 'Ann' }, ['Bo', 'third']])
  const [a, b, c] = [addCode('a'), addCode('b'), addCode('c')]
  addCoding(document, a, 0, 5)
  addCoding(document, b, 6, 12)
  addCoding(document, c, 13, 18)
  expect(ask({ unit: 'turn' }).values[0]).toEqual([1, 1, 0])
  expect(ask({ unit: 'paragraph' }).values[0]).toEqual([1, 0, 0])
})

function twoPeople(): { document: string; codings: string[] } {
  const document = study.addDocument('Group', [
    ['Ann', '你好😀吗'],
    ['Bo', 'hello'],
  ])
  const [money, trust] = [addCode('Money'), addCode('Trust')]
  run(`INSERT INTO study_case VALUES ('ann', 'Ann', 1, ''), ('bo', 'Bo', 2, '')`)
  run(`UPDATE speaker SET case_id = lower(name)`)
  run(`INSERT INTO variable VALUES ('region', 'Region', 'category', '["East","West"]', 1), ('age', 'Age', 'number', '[]', 2)`)
  run(`INSERT INTO case_value VALUES ('ann', 'region', 'West'), ('ann', 'age', '9'), ('bo', 'age', '10')`)
  const codings = [addCoding(document, money, 0, 5), addCoding(document, money, 3, 8), addCoding(document, trust, 6, 11)]
  return { document, codings }
}

test('a crosstab counts codings, documents, cases and characters, with a column for what has no value', () => {
  const { codings } = twoPeople()
  const byRegion = tabulate({ rows: 'codes', columns: { by: 'variable', variableId: 'region' } })
  expect(byRegion.columns.map(({ name, missing }) => [name, missing])).toEqual([
    ['East', false],
    ['West', false],
    ['', true],
  ])
  expect(byRegion.values).toEqual([
    [0, 2, 0],
    [0, 0, 1],
  ])
  expect(tabulate({ rows: 'codes', columns: { by: 'variable', variableId: 'age' } }).columns.map(({ name }) => name)).toEqual(['9', '10'])
  const byCase = tabulate({ rows: 'codes', columns: { by: 'case' } })
  expect(byCase).toMatchObject({
    values: [
      [2, 1],
      [0, 1],
    ],
    rowTotals: [2, 1],
    columnTotals: [2, 2],
  })
  expect(tabulate({ rows: 'codes', columns: { by: 'speaker' } }).columns.map(({ name }) => name)).toEqual(['Ann', 'Bo'])
  // An emoji is one character: 你好😀吗 ⏎ he
  expect(tabulate({ rows: 'codes', columns: { by: 'document' }, measure: 'characters' }).values).toEqual([[7], [5]])
  expect(tabulate({ rows: 'codes', columns: { by: 'document' }, measure: 'cases' }).values).toEqual([[2], [1]])
  const cell = {
    rows: 'codes' as const,
    columns: { by: 'variable' as const, variableId: 'region' },
    measure: 'codings' as const,
    rowId: 'Money',
    columnKey: 'West',
  }
  expect(crosstabCell(study.project, cell)).toEqual(codings.slice(0, 2))
  expect(crosstabCell(study.project, { ...cell, rowId: 'Trust', columnKey: '' })).toEqual([codings[2]])
  expect(() => crosstabCell(study.project, { ...cell, rowId: 'Nobody' })).toThrow('not-found')
})

test('a theme counts its codes and all below them, each coding once', () => {
  const { document } = twoPeople()
  addCoding(document, addCode('Wages', 'Money'), 0, 2)
  run(`INSERT INTO theme VALUES ('t', 'Means', '', '#e07a73', 1, '')`)
  run(`INSERT INTO theme_code VALUES ('t', 'Money', 1), ('t', 'Wages', 2)`)
  expect(tabulate({ rows: 'themes', columns: { by: 'document' } }).values).toEqual([[3]])
})

test('filtered by case, only that case’s codings meet', () => {
  twoPeople()
  expect(ask({ caseIds: ['bo'] })).toMatchObject({
    values: [
      [1, 1],
      [1, 1],
    ],
    codings: 2,
  })
  expect(ask({ caseIds: ['ann'] })).toMatchObject({
    values: [
      [2, 0],
      [0, 0],
    ],
    codings: 2,
  })
  expect(pair(study.project, { ...cooccurrenceQuestion.parse({}), codeA: 'Money', codeB: 'Trust' })).toMatchObject({ count: 1, cases: 1 })
})

test('the matrix is brought up to date when the engine is idle, and closing the project meanwhile harms nothing', async () => {
  const engine = makeTestEngine()
  onTestFinished(engine.cleanup)
  onTestFinished(scheduleRefresh(engine.session))
  const stale = () => engine.project.db.prepare('SELECT count(*) AS n FROM cooccurrence_stale').get()
  engine.project.write(() => engine.project.db.exec(`INSERT INTO cooccurrence_stale VALUES ('gone')`))
  engine.addDocument('A', ['text'])
  expect(stale()).toEqual({ n: 1 })
  await vi.waitFor(() => expect(stale()).toEqual({ n: 0 }))
  engine.addDocument('B', ['text'])
  engine.session.take(null)
  await new Promise((resolve) => setTimeout(resolve, 120))
  expect(engine.reported).toEqual([])
})
