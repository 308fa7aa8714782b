import { existsSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { Problem } from '#shared/model/problem.ts'
import { applicationId, type Migration, migrate } from './migrate.ts'
import { asProblem } from './problems.ts'

/**
 * Opens an existing project file for this process alone and brings it to the newest version.
 *
 * The lock is SQLite's own (WAL with exclusive locking): it dies with the process, so a crash leaves nothing to clear away. A project file
 * is never read by other means: closing any handle of a file gives up all locks that the process holds on it.
 * Refuses with project-missing, -not-emic, -newer, -damaged, -open-elsewhere, folder-read-only or disk-full; the file is then unchanged.
 */
export function openDatabase(file: string, migrations: Migration[]): Database.Database {
  if (!existsSync(file)) throw new Problem('project-missing', { file })
  if (!statSync(file).isFile()) throw new Problem('project-not-emic', { file })
  return guarded(file, () => {
    const db = new Database(file, { fileMustExist: true, timeout: 200 })
    return closedOnFailure(db, () => {
      db.pragma('locking_mode = EXCLUSIVE')
      const version = db.pragma('user_version', { simple: true }) as number
      if (db.pragma('application_id', { simple: true }) !== applicationId) throw new Problem('project-not-emic', { file })
      if (version > migrations.length) throw new Problem('project-newer', { file, version, supported: migrations.length })
      prepareConnection(db, file)
      migrate(db, migrations, file)
    })
  })
}

/** Makes a new project file; refuses one that is there. On failure nothing is left behind. */
export function createDatabase(file: string, migrations: Migration[], fill: (db: Database.Database) => void): Database.Database {
  if (existsSync(file)) throw new Problem('project-exists', { file })
  if (!existsSync(dirname(file))) throw new Problem('folder-read-only', { file })
  try {
    return guarded(file, () => {
      const db = new Database(file, { timeout: 200 })
      return closedOnFailure(db, () => {
        db.pragma('locking_mode = EXCLUSIVE')
        prepareConnection(db, file)
        db.transaction(() => {
          migrate(db, migrations, file)
          fill(db)
        })()
      })
    })
  } catch (error) {
    for (const leftover of [file, `${file}-wal`, `${file}-journal`]) rmSync(leftover, { force: true })
    throw error
  }
}

function prepareConnection(db: Database.Database, file: string): void {
  if (db.pragma('journal_mode = WAL', { simple: true }) !== 'wal') throw new Problem('folder-read-only', { file })
  // FULL: what was answered is on disk, even if the power fails.
  db.pragma('synchronous = FULL')
  db.pragma('foreign_keys = ON')
  db.pragma('cache_size = -32000')
  db.pragma('temp_store = MEMORY')
  // The first write takes the lock for good; without one a second process could still read an old state.
  db.exec('BEGIN IMMEDIATE; COMMIT')
}

function closedOnFailure(db: Database.Database, prepare: () => void): Database.Database {
  try {
    prepare()
    return db
  } catch (error) {
    db.close()
    throw error
  }
}

function guarded<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw asProblem(error, file)
  }
}
