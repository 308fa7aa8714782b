import type { Database } from 'better-sqlite3'

export function exchangeQueries(db: Database) {
  return {
    /** A document's turns; joined by LF they are its text. */
    turns: db.prepare<[string], { text: string }>('SELECT text FROM turn WHERE document_id = ? ORDER BY position'),
  }
}
