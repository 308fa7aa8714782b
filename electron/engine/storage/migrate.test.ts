import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { createProjectFile, openProjectFile } from '../projects/files.ts'
import { testResources } from '../testing.ts'
import { journaledTables } from './journal.ts'
import { applicationId, type Migration, migrate, readMigrations } from './migrate.ts'

const { migrations } = testResources
const migrationsFolder = fileURLToPath(new URL('../../../migrations', import.meta.url))

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'emic-migrate-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

/** What fills each older version, and what must be found of it in the newest. Add a line with every migration. */
const before: { version: number; fill: string; find: string; found: unknown }[] = [
  {
    version: 1,
    fill: `INSERT INTO project VALUES ('p', 'Old', '2026-01-01');
      INSERT INTO coder VALUES ('c', 'Ann', '#000000', '2026-01-01');
      INSERT INTO source_file VALUES ('s', 'a.txt', x'61', 'h');
      INSERT INTO document VALUES ('d', 'A', 'interview', 1, 's', NULL, 1, 1, 1, '2026-01-01');
      INSERT INTO turn VALUES ('t', 'd', 1, NULL, 0, NULL, 0, 'a', 1, '[]');
      INSERT INTO code VALUES ('k', NULL, 1, 'K', '#000000', 1, '', '', '', '', '2026-01-01');
      INSERT INTO coding VALUES ('x', 'd', 'k', 'c', 't', 0, 't', 1, NULL, '', '2026-01-01');`,
    find: `SELECT p.name AS project, d.name AS document, t.text, k.name AS code FROM project p, coding x
      JOIN document d ON d.id = x.document_id JOIN turn t ON t.id = x.start_turn_id JOIN code k ON k.id = x.code_id`,
    found: [{ project: 'Old', document: 'A', text: 'a', code: 'K' }],
  },
]

test('every version before is known here', () => {
  expect(before.map(({ version }) => version)).toEqual(migrations.map(({ version }) => version))
})

test.each(before)('a project of version $version opens with all that it held', ({ version, fill, find, found }) => {
  const file = join(folder(), 'Old.emic')
  const db = new Database(file)
  migrate(db, migrations.slice(0, version), file)
  db.exec(fill)
  db.close()
  const project = openProjectFile(file, migrations)
  onTestFinished(() => project.close())
  expect(project.db.prepare(find).all()).toEqual(found)
  expect(project.db.pragma('user_version', { simple: true })).toBe(migrations.length)
})

test('a migration that fails leaves the file as it was', () => {
  const file = join(folder(), 'A.emic')
  createProjectFile(file, 'A', migrations).close()
  const bad: Migration = { version: migrations.length + 1, name: 'bad', sql: 'CREATE TABLE one (x) STRICT; CREATE TABLE coder (x);' }
  const bytes = readFileSync(file)
  expect(() => openProjectFile(file, [...migrations, bad])).toThrow()
  expect(readFileSync(file).equals(bytes)).toBe(true)
  openProjectFile(file, migrations).close()
})

test('a gap in the numbers is found at the start', () => {
  const where = folder()
  cpSync(migrationsFolder, where, { recursive: true })
  writeFileSync(join(where, `000${migrations.length + 2}_gap.sql`), '')
  expect(() => readMigrations(where)).toThrow('should be number')
})

test('every table is strict, and each is either journaled or known to be derived', () => {
  const project = createProjectFile(join(folder(), 'A.emic'), 'A', migrations)
  onTestFinished(() => project.close())
  const tables = project.db.pragma('table_list') as { schema: string; name: string; strict: number }[]
  const own = tables.filter(({ schema, name }) => schema === 'main' && !name.startsWith('sqlite_'))
  expect(own.filter(({ strict }) => strict === 0)).toEqual([])
  const notJournaled = own.map(({ name }) => name).filter((name) => !(journaledTables as readonly string[]).includes(name))
  expect(notJournaled.sort()).toEqual(
    ['cooccurrence', 'cooccurrence_stale', 'cooccurrence_total', 'journal_change', 'journal_entry', 'source_file'].sort(),
  )
  expect(project.db.pragma('application_id', { simple: true })).toBe(applicationId)
  expect(project.db.pragma('foreign_keys', { simple: true })).toBe(1)
})
