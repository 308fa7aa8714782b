import Database from 'better-sqlite3'
import { Problem } from '#shared/model/problem.ts'

/** What a failing database means to a person; anything else passes through unchanged. */
export function asProblem(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const because = { cause: error }
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) return new Problem('project-open-elsewhere', { file }, because)
  if (error.code === 'SQLITE_FULL') return new Problem('disk-full', { file }, because)
  if (error.code === 'SQLITE_NOTADB') return new Problem('project-not-emic', { file }, because)
  if (error.code.startsWith('SQLITE_CORRUPT')) return new Problem('project-damaged', { file }, because)
  if (error.code.startsWith('SQLITE_READONLY') || error.code.startsWith('SQLITE_CANTOPEN') || error.code.startsWith('SQLITE_PERM')) {
    return new Problem('folder-read-only', { file }, because)
  }
  if (error.code.startsWith('SQLITE_IOERR')) return new Problem('file-unwritable', { file }, because)
  return error
}
