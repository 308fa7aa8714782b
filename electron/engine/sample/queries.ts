import type { Database } from 'better-sqlite3'

export function sampleQueries(db: Database) {
  return {
    insertTheme: db.prepare<{ id: string; name: string; claim: string; color: string; position: number; at: string }>(
      'INSERT INTO theme (id, name, claim, color, position, created_at) VALUES (@id, @name, @claim, @color, @position, @at)',
    ),
    insertThemeCode: db.prepare<{ theme: string; code: string; position: number }>(
      'INSERT INTO theme_code (theme_id, code_id, position) VALUES (@theme, @code, @position)',
    ),
    insertMemo: db.prepare<{
      id: string
      document: string | null
      code: string | null
      coding: string | null
      title: string
      text: string
      coder: string
      at: string
    }>(
      `INSERT INTO memo (id, document_id, code_id, coding_id, title, text, coder_id, created_at, modified_at)
       VALUES (@id, @document, @code, @coding, @title, @text, @coder, @at, @at)`,
    ),
    speakers: db.prepare<[], { id: string; name: string; document: string }>(
      'SELECT s.id, s.name, d.name AS document FROM speaker s JOIN document d ON d.id = s.document_id',
    ),
    dropChanges: db.prepare('DELETE FROM journal_change'),
    dropEntries: db.prepare('DELETE FROM journal_entry'),
  }
}
