import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { Problem, type ProblemCode } from '#shared/model/problem.ts'
import { createProjectFile, openProjectFile } from '../projects/files.ts'
import { makeTestProject, type TestProject, testResources } from '../testing.ts'
import { applicationId } from './migrate.ts'

const { migrations } = testResources

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'emic-open-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

function project(): TestProject {
  const made = makeTestProject()
  onTestFinished(made.cleanup)
  return made
}

function codeOf(work: () => unknown): ProblemCode | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error.code
    throw error
  }
  return undefined
}

test('a project leaves one file behind, marked as Emic’s own', () => {
  const made = project()
  made.addDocument('A', ['text'])
  made.project.close()
  expect(readdirSync(made.folder)).toEqual(['Test.emic'])
  const db = new Database(made.file, { readonly: true })
  expect([db.pragma('application_id', { simple: true }), db.pragma('user_version', { simple: true })]).toEqual([applicationId, migrations.length])
  db.close()
  made.reopen()
})

test.each<[string, string | Buffer, ProblemCode]>([
  ['an empty file', '', 'project-not-emic'],
  ['a text', 'Ann: hello\n'.repeat(100), 'project-not-emic'],
  ['a few letters', 'hello', 'project-not-emic'],
  ['something that begins like a database', `SQLite format 3\0${'x'.repeat(5000)}`, 'project-not-emic'],
])('%s is refused and stays as it was', (_, content, code) => {
  const file = join(folder(), 'Wrong.emic')
  writeFileSync(file, content)
  expect(codeOf(() => openProjectFile(file, migrations))).toBe(code)
  expect(readFileSync(file).equals(Buffer.from(content))).toBe(true)
  expect(readdirSync(join(file, '..'))).toEqual(['Wrong.emic'])
})

test('another program’s database is refused and stays as it was', () => {
  const file = join(folder(), 'Other.emic')
  const other = new Database(file)
  other.exec('CREATE TABLE t (x); INSERT INTO t VALUES (1)')
  other.close()
  const before = readFileSync(file)
  expect(codeOf(() => openProjectFile(file, migrations))).toBe('project-not-emic')
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('a project from a newer Emic is refused with both versions and stays as it was', () => {
  const made = project()
  made.project.close()
  const db = new Database(made.file)
  db.pragma('user_version = 99')
  db.close()
  const before = readFileSync(made.file)
  expect(() => openProjectFile(made.file, migrations)).toThrow(
    expect.objectContaining({ code: 'project-newer', params: { file: made.file, version: 99, supported: migrations.length } }),
  )
  expect(readFileSync(made.file).equals(before)).toBe(true)
  const mended = new Database(made.file)
  mended.pragma(`user_version = ${migrations.length}`)
  mended.close()
  made.reopen()
})

test('a file that is cut off is refused or told as damaged, never taken for sound', () => {
  const made = project()
  made.addDocument('A', ['x'.repeat(200_000)])
  made.project.close()
  const whole = readFileSync(made.file)
  const file = join(made.folder, 'Cut.emic')
  writeFileSync(file, whole.subarray(0, 8192))
  expect(codeOf(() => openProjectFile(file, migrations))).toBe('project-damaged')
  expect(readFileSync(file).equals(whole.subarray(0, 8192))).toBe(true)
  made.reopen()
})

test('a missing file and a folder are named as such', () => {
  const where = folder()
  mkdirSync(join(where, 'Folder.emic'))
  expect(codeOf(() => openProjectFile(join(where, 'None.emic'), migrations))).toBe('project-missing')
  expect(codeOf(() => openProjectFile(join(where, 'Folder.emic'), migrations))).toBe('project-not-emic')
  expect(codeOf(() => createProjectFile(join(where, 'no', 'such', 'A.emic'), 'A', migrations))).toBe('folder-read-only')
})

test('a project that is open here or in another process is not opened twice', () => {
  const made = project()
  expect(codeOf(() => openProjectFile(made.file, migrations))).toBe('project-open-elsewhere')
  const script = `
    import { openProjectFile } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../projects/files.ts')).href)}
    import { testResources } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, '../testing.ts')).href)}
    try { openProjectFile(process.argv[1], testResources.migrations).close(); console.log('opened') } catch (error) { console.log(error.code) }`
  const elsewhere = () => execFileSync(process.execPath, ['--input-type=module', '-e', script, made.file], { encoding: 'utf8' }).trim()
  expect(elsewhere()).toBe('project-open-elsewhere')
  made.project.close()
  expect(elsewhere()).toBe('opened')
  made.reopen()
})

test('a project is never made over another file', () => {
  const file = join(folder(), 'There.emic')
  writeFileSync(file, 'mine')
  expect(codeOf(() => createProjectFile(file, 'A', migrations))).toBe('project-exists')
  expect(readFileSync(file, 'utf8')).toBe('mine')
})

test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'a read-only folder is named as such, and nothing is left in it (skipped for root, whom no mode stops)',
  () => {
    const where = folder()
    const made = createProjectFile(join(where, 'A.emic'), 'A', migrations)
    made.close()
    chmodSync(where, 0o555)
    onTestFinished(() => chmodSync(where, 0o755))
    expect(codeOf(() => createProjectFile(join(where, 'B.emic'), 'B', migrations))).toBe('folder-read-only')
    expect(codeOf(() => openProjectFile(join(where, 'A.emic'), migrations))).toBe('folder-read-only')
    expect(readdirSync(where)).toEqual(['A.emic'])
  },
)

test.runIf(process.platform === 'linux')('a place where nobody may write is named as such', () => {
  expect(codeOf(() => createProjectFile('/proc/Study.emic', 'A', migrations))).toBe('folder-read-only')
})

test('a full disk is told, costs only the change in hand, and the next change works once there is room', () => {
  const made = project()
  made.addDocument('A', ['text'])
  const { db } = made.project
  const pages = db.pragma('page_count', { simple: true }) as number
  db.pragma(`max_page_count = ${pages + 5}`)
  expect(codeOf(() => made.addDocument('Big', ['x'.repeat(500_000)]))).toBe('disk-full')
  const names = () => db.prepare('SELECT name FROM document ORDER BY position').pluck().all()
  expect(names()).toEqual(['A'])
  db.pragma('max_page_count = 1073741823')
  expect(made.project.undo().kind).toBe('document.import')
  made.project.redo()
  made.addDocument('B', ['y'])
  expect(names()).toEqual(['A', 'B'])
  expect(existsSync(made.file)).toBe(true)
})
