import type { Database } from 'better-sqlite3'

export function sampleQueries(db: Database) {
  return {
    speakers: db.prepare<[], { id: string; name: string; document: string }>(
      'SELECT s.id, s.name, d.name AS document FROM speaker s JOIN document d ON d.id = s.document_id',
    ),
    dropChanges: db.prepare('DELETE FROM journal_change'),
    dropEntries: db.prepare('DELETE FROM journal_entry'),
  }
}
