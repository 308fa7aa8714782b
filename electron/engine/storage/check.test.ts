import { expect, onTestFinished, test } from 'vitest'
import { insertCode } from '../codebook/rules.ts'
import { addCodings } from '../codings/add.ts'
import { makeTestProject } from '../testing.ts'
import { checkProject } from './check.ts'

function study() {
  const made = makeTestProject()
  onTestFinished(made.cleanup)
  const { project, coderId } = made
  const documentId = made.addDocument('Talk', [
    ['Ann', 'a😀b'],
    ['Bo', ''],
  ])
  made.addDocument('Other', [['Cy', 'x']])
  const [a, b] = project.change({ kind: 'code.create', params: {}, coderId }, () => {
    const parent = insertCode(project, null, { name: 'A' })
    return [parent, insertCode(project, parent, { name: 'B' })]
  })
  addCodings(project, coderId, [{ documentId, codeId: b!, coderId, start: 0, end: 4 }], false)
  /** Damages the file behind the engine's back. */
  const damage = (sql: string) =>
    project.change({ kind: 'damage', params: {}, coderId }, () => {
      project.db.exec(sql)
    })
  return { project, damage, a, b }
}

test('a sound project has no faults', () => {
  expect(checkProject(study().project)).toEqual({ ok: true, faults: [] })
})

test.each<[string, string]>([
  ['anchor', 'UPDATE coding SET end_offset = 99'],
  ['anchor', 'UPDATE coding SET start_offset = 4'],
  ['anchor', 'UPDATE coding SET start_offset = 2'],
  ['anchor', `UPDATE coding SET end_turn_id = (SELECT t.id FROM turn t JOIN document d ON d.id = t.document_id WHERE d.name = 'Other')`],
  ['anchor', `UPDATE coding SET start_turn_id = (SELECT id FROM turn WHERE text = ''), start_offset = 0`],
  ['counter', `UPDATE document SET characters = 1 WHERE name = 'Talk'`],
  ['counter', `UPDATE document SET words = 9 WHERE name = 'Talk'`],
  ['counter', `UPDATE document SET turns = 9 WHERE name = 'Talk'`],
  ['document-without-turns', `DELETE FROM turn WHERE text = 'x'`],
  ['turn-units', `UPDATE turn SET units = 7 WHERE text = ''`],
  ['turn-order', 'UPDATE turn SET position = 1'],
  ['turn-line-break', `UPDATE turn SET text = char(10) WHERE text = 'x'`],
  ['mark', `UPDATE turn SET marks = '[[0,9,"b"]]' WHERE text = 'x'`],
  ['mark', `UPDATE turn SET marks = '[[0,1,"u"]]' WHERE text = 'x'`],
  ['mark', `UPDATE turn SET marks = 'no json' WHERE text = 'x'`],
  ['speaker', `UPDATE turn SET speaker_id = (SELECT id FROM speaker WHERE name = 'Ann') WHERE text = 'x'`],
  ['code-cycle', `UPDATE code SET parent_id = (SELECT id FROM code WHERE name = 'B') WHERE name = 'A'`],
  ['project', `INSERT INTO project VALUES ('second', 'Second', '')`],
])('finds a fault of kind %s: %s', (kind, sql) => {
  const { project, damage } = study()
  damage(sql)
  const { ok, faults } = checkProject(project)
  expect(ok).toBe(false)
  expect(faults.map((fault) => fault.kind)).toContain(kind)
})

test('finds a matrix that is not what the codings say', () => {
  const { project } = study()
  checkProject(project)
  project.write(() => project.db.exec('UPDATE cooccurrence SET count = 5'))
  expect(checkProject(project).faults.map((fault) => fault.kind)).toEqual(['co-occurrence'])
})

test('finds a journal that could not be followed back', () => {
  const { project } = study()
  project.write(() => {
    project.db.exec(`UPDATE journal_entry SET state = 'undone' WHERE id = (SELECT min(id) FROM journal_entry)`)
    project.db.exec(`UPDATE journal_change SET image = 'no json' WHERE seq = (SELECT max(seq) FROM journal_change)`)
    project.db.exec(`UPDATE journal_change SET table_name = 'nowhere' WHERE seq = (SELECT min(seq) FROM journal_change)`)
  })
  const kinds = checkProject(project).faults.map((fault) => fault.kind)
  expect(new Set(kinds)).toEqual(new Set(['journal-order', 'journal-image', 'journal-table']))
})

test('finds references to what is not there', () => {
  const { project } = study()
  project.db.pragma('foreign_keys = OFF')
  project.write(() => project.db.exec(`DELETE FROM source_file`))
  expect(checkProject(project).faults.map((fault) => fault.kind)).toContain('dangling-reference')
})
