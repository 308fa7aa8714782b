import { globSync } from 'node:fs'
import { join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeTestProject } from '../testing.ts'

const engineFolder = join(import.meta.dirname, '..')
const files = globSync('*/queries.ts', { cwd: engineFolder }).sort()
type Queries = (db: Database) => Record<string, Statement>

async function queriesIn(file: string): Promise<[string, Queries][]> {
  const exported = (await import(/* @vite-ignore */ join(engineFolder, file))) as Record<string, unknown>
  return Object.entries(exported).filter((entry): entry is [string, Queries] => typeof entry[1] === 'function' && entry[0].endsWith('Queries'))
}

test.each(files)('every statement of %s can be prepared against a fresh project', async (file) => {
  const { project, cleanup } = makeTestProject()
  onTestFinished(cleanup)
  const found = await queriesIn(file)
  expect(found.length).toBeGreaterThan(0)
  for (const [name, queries] of found) expect(() => project.use(queries), name).not.toThrow()
})

describe('what runs often goes by an index', () => {
  const hot: [string, string, string[]][] = [
    ['documents/queries.ts', 'positionQueries', ['turns']],
    ['documents/queries.ts', 'documentQueries', ['turns', 'speakers', 'anchors', 'codings', 'byId', 'original']],
    ['documents/queries.ts', 'editQueries', ['turn', 'codingsIn', 'moveCoding', 'updateTurn', 'count']],
    ['codings/queries.ts', 'codingQueries', ['ofDocument', 'alike', 'ofCode']],
    ['analysis/queries.ts', 'cooccurrenceQueries', ['rows', 'noLongerStale']],
    ['storage/queries.ts', 'journalQueries', ['lastDone', 'firstUndone', 'setState', 'leaveUndone']],
  ]
  test.each(hot)('%s %s', async (file, name, statements) => {
    const { project, cleanup } = makeTestProject()
    onTestFinished(cleanup)
    const queries = new Map(await queriesIn(file)).get(name)!
    const prepared = project.use(queries)
    for (const statement of statements) {
      const { source } = prepared[statement]!
      const blanks = source.replace(/[?]|@\w+/g, 'NULL')
      const plan = project.db.prepare<[], { detail: string }>(`EXPLAIN QUERY PLAN ${blanks}`).all()
      const scans = plan
        .map(({ detail }) => detail)
        .filter((detail) => /^SCAN (?!.*(CONSTANT ROW|json_each))/.test(detail) && !detail.includes('USING'))
      expect(scans, `${name}.${statement}`).toEqual([])
    }
  })

  test('positions are translated without touching a text', () => {
    const { project, cleanup } = makeTestProject()
    onTestFinished(cleanup)
    const plan = project.db.prepare('EXPLAIN QUERY PLAN SELECT id, units FROM turn WHERE document_id = ? ORDER BY position').all('x')
    expect(plan).toMatchObject([{ detail: expect.stringContaining('COVERING INDEX turn_document') }])
  })
})
