import type { Database } from 'better-sqlite3'

export function positionQueries(db: Database) {
  return {
    /** By the index turn_document alone, without touching the texts. */
    turns: db.prepare<[string], { id: string; units: number }>('SELECT id, units FROM turn WHERE document_id = ? ORDER BY position'),
  }
}

export function documentQueries(db: Database) {
  return {
    byName: db.prepare<[string], { id: string }>('SELECT id FROM document WHERE name = ?'),
    insert: db.prepare<{
      id: string
      name: string
      kind: string
      source: string
      encoding: string | null
      characters: number
      words: number
      turns: number
      at: string
    }>(
      `INSERT INTO document (id, name, kind, position, source_id, encoding, characters, words, turns, created_at)
       VALUES (@id, @name, @kind, (SELECT coalesce(max(position), 0) + 1 FROM document), @source, @encoding, @characters, @words, @turns, @at)`,
    ),
    insertSpeaker: db.prepare<{ id: string; document: string; name: string }>(
      'INSERT INTO speaker (id, document_id, name, case_id) VALUES (@id, @document, @name, NULL)',
    ),
    insertTurn: db.prepare<TurnRow & { document: string }>(
      `INSERT INTO turn (id, document_id, position, speaker_id, continues, start_ms, heading, text, units, marks)
       VALUES (@id, @document, @position, @speaker, @continues, @startMs, @heading, @text, @units, @marks)`,
    ),
    sourceByHash: db.prepare<[string], { id: string }>('SELECT id FROM source_file WHERE sha256 = ?'),
    insertSource: db.prepare<{ id: string; name: string; bytes: Buffer; sha256: string }>(
      'INSERT INTO source_file (id, name, bytes, sha256) VALUES (@id, @name, @bytes, @sha256)',
    ),
  }
}

export type TurnRow = {
  id: string
  position: number
  speaker: string | null
  continues: 0 | 1
  startMs: number | null
  heading: number
  text: string
  units: number
  /** JSON, as in the table. */
  marks: string
}
