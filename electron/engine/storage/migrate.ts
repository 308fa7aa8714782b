import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { Problem } from '#shared/model/problem.ts'

/** 'Emic' in ASCII: SQLite's mark of whose file this is. */
export const applicationId = 0x456d6963

export type Migration = { version: number; name: string; sql: string }

/** The migrations of a folder in order; their numbers must be 1, 2, 3 … without a gap. */
export function readMigrations(folder: string): Migration[] {
  const files = readdirSync(folder)
    .filter((name) => /^\d{4}_.+\.sql$/.test(name))
    .sort()
  return files.map((name, index) => {
    const version = Number(name.slice(0, 4))
    if (version !== index + 1) throw new Error(`migration ${name} should be number ${index + 1}`)
    return { version, name, sql: readFileSync(join(folder, name), 'utf8') }
  })
}

/** Brings a file to the newest version in one transaction: all of it, or nothing. Refuses a file from a newer Emic. */
export function migrate(db: Database, migrations: Migration[], file: string): void {
  const at = db.pragma('user_version', { simple: true }) as number
  if (at > migrations.length) throw new Problem('project-newer', { file, version: at, supported: migrations.length })
  if (at === migrations.length) return
  db.transaction(() => {
    for (const { sql } of migrations.slice(at)) db.exec(sql)
    db.pragma(`application_id = ${applicationId}`)
    db.pragma(`user_version = ${migrations.length}`)
  })()
}
