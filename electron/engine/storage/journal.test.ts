import { expect, onTestFinished, test } from 'vitest'
import type { ChangeEvent } from '#shared/contract/projects.ts'
import { editDocument } from '../documents/edit.ts'
import { makeTestProject, type TestProject } from '../testing.ts'
import { openProject } from './project.ts'

function project(): TestProject {
  const made = makeTestProject()
  onTestFinished(made.cleanup)
  return made
}

const rename = ({ project, coderId }: TestProject, name: string, joinKey?: string) =>
  project.change({ kind: 'project.rename', params: {}, coderId, joinKey }, () => project.db.prepare('UPDATE project SET name = ?').run(name))
const nameOf = ({ project }: TestProject) => project.db.prepare('SELECT name FROM project').pluck().get()
const states = ({ project }: TestProject) => project.db.prepare('SELECT state FROM journal_entry ORDER BY id').pluck().all()

test('undo and redo reach back to the first day, also after the project was closed', () => {
  const made = project()
  for (const name of ['1', '2', '3']) rename(made, name)
  made.reopen()
  for (const expected of ['2', '1', 'Test']) {
    made.project.undo()
    made.reopen()
    expect(nameOf(made)).toBe(expected)
  }
  expect(() => made.project.undo()).toThrow('nothing-to-undo')
  for (const expected of ['1', '2', '3']) {
    made.reopen()
    made.project.redo()
    expect(nameOf(made)).toBe(expected)
  }
  expect(() => made.project.redo()).toThrow('nothing-to-redo')
})

test('a change after an undo leaves what was undone; one that changes nothing does not', () => {
  const made = project()
  rename(made, 'A')
  rename(made, 'B')
  made.project.undo()
  rename(made, 'A')
  expect(states(made)).toEqual(['done', 'undone'])
  made.project.redo()
  made.project.undo()
  rename(made, 'C')
  expect(states(made)).toEqual(['done', 'left', 'done'])
  expect(() => made.project.redo()).toThrow('nothing-to-redo')
  made.project.undo()
  expect(nameOf(made)).toBe('A')
})

test('a change that fails half way has changed nothing, and what was undone can still be redone', () => {
  const made = project()
  rename(made, 'A')
  made.project.undo()
  expect(() =>
    made.project.change({ kind: 'x', params: {}, coderId: made.coderId }, () => {
      made.project.db.prepare('UPDATE project SET name = ?').run('half')
      throw new Error('half way')
    }),
  ).toThrow('half way')
  expect([nameOf(made), states(made)]).toEqual(['Test', ['undone']])
  made.project.redo()
  expect(nameOf(made)).toBe('A')
})

test('a write that no change covers is refused', () => {
  const made = project()
  expect(() => made.project.db.prepare('UPDATE project SET name = ?').run('x')).toThrow('NOT NULL')
  expect(nameOf(made)).toBe('Test')
})

test('typing is one step back while it goes on, another after a pause', () => {
  const made = project()
  let now = Date.now()
  const { db, file } = made.reopen()
  db.exec('DROP TABLE temp.journal_current')
  for (const { name } of db.prepare(`SELECT name FROM sqlite_temp_master WHERE type = 'trigger'`).all() as { name: string }[]) {
    db.exec(`DROP TRIGGER temp.${name}`)
  }
  const clocked = openProject(db, file, () => new Date(now))
  const type = (name: string, joinKey: string) =>
    clocked.change({ kind: 'project.rename', params: {}, coderId: made.coderId, joinKey }, () => db.prepare('UPDATE project SET name = ?').run(name))
  type('a', 'typing')
  now += 1900
  type('ab', 'typing')
  now += 1900
  type('abc', 'typing')
  now += 2000
  type('abcd', 'typing')
  type('other', 'elsewhere')
  expect(states(made)).toHaveLength(3)
  expect(db.prepare('SELECT count(*) AS n FROM journal_change').get()).toEqual({ n: 3 })
  const names = [1, 2, 3].map(() => {
    clocked.undo()
    return nameOf(made)
  })
  expect(names).toEqual(['abcd', 'abc', 'Test'])
})

test('what changed is told with its subjects and documents', () => {
  const made = project()
  const events: ChangeEvent[] = []
  made.project.onChange((event) => events.push(event))
  const id = made.addDocument('A', ['x'])
  made.project.undo()
  expect(events).toEqual([
    { subjects: ['documents', 'history'], documents: [id], by: 'change' },
    { subjects: ['documents', 'history'], documents: [id], by: 'undo' },
  ])
  for (let n = 0; n < 60; n++) made.addDocument(`D${n}`, ['x'])
  events.length = 0
  made.project.change({ kind: 'document.remove', params: {}, coderId: made.coderId }, () => made.project.db.prepare('DELETE FROM document').run())
  expect(events).toEqual([{ subjects: ['documents', 'history'], documents: null, by: 'change' }])
})

test('an import records one row and is undone and redone whole, edits of it included', () => {
  const made = project()
  const id = made.addDocument('A', [
    ['Ann', 'one'],
    ['Bo', 'two'],
  ])
  made.addDocument('B', ['x'])
  const { db } = made.project
  expect(db.prepare('SELECT table_name, happened FROM journal_change').all()).toEqual([
    { table_name: 'document', happened: 'insert' },
    { table_name: 'document', happened: 'insert' },
  ])
  const { coderId } = made
  editDocument(made.project, { documentId: id, splice: { start: 1, end: 1, text: '\n' }, expected: '', joins: false, coderId })
  const all = () => ['document', 'speaker', 'turn'].map((table) => db.prepare(`SELECT * FROM ${table} ORDER BY id`).all())
  const after = all()
  for (let n = 0; n < 3; n++) made.project.undo()
  expect(all()).toEqual([[], [], []])
  for (let n = 0; n < 3; n++) made.project.redo()
  expect(all()).toEqual(after)
  for (let n = 0; n < 3; n++) made.project.undo()
  expect(all()).toEqual([[], [], []])
})

test('whole trees of rows that refer to each other come back in one piece', () => {
  const made = project()
  const { db } = made.project
  const at = '2026-01-01'
  const insertCode = `INSERT INTO code VALUES (?, ?, 1, ?, '#000000', 1, '', '', '', '', '${at}')`
  made.project.change({ kind: 'code.create', params: {}, coderId: made.coderId }, () => {
    db.prepare(insertCode).run('a', null, 'A')
    db.prepare(insertCode).run('b', 'a', 'B')
    db.prepare(insertCode).run('c', 'b', 'C')
  })
  const all = () => db.prepare('SELECT * FROM code ORDER BY id').all()
  const before = all()
  made.project.change({ kind: 'code.remove', params: {}, coderId: made.coderId }, () => {
    for (const id of ['c', 'b', 'a']) db.prepare('DELETE FROM code WHERE id = ?').run(id)
  })
  made.project.undo()
  expect(all()).toEqual(before)
  made.project.undo()
  expect(all()).toEqual([])
  made.project.redo()
  expect(all()).toEqual(before)
})
