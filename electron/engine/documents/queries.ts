import type { Database } from 'better-sqlite3'

export function positionQueries(db: Database) {
  return {
    /** By the index turn_document alone, without touching the texts. */
    turns: db.prepare<[string], { id: string; units: number }>('SELECT id, units FROM turn WHERE document_id = ? ORDER BY position'),
  }
}
