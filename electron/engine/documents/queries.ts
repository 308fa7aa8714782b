import type { Database } from 'better-sqlite3'
import type { DocumentKind } from '#shared/model/schemas.ts'

export function positionQueries(db: Database) {
  return {
    /** By the index turn_document alone, without touching the texts. */
    turns: db.prepare<[string], { id: string; units: number }>('SELECT id, units FROM turn WHERE document_id = ? ORDER BY position'),
  }
}

const turnColumns = 'id, position, speaker_id AS speaker, continues, start_ms AS startMs, heading, text, units, marks'

const summary = `SELECT d.id, d.name, d.kind, d.characters, d.words, d.turns, d.created_at AS createdAt, d.encoding, s.name AS sourceName,
    (SELECT count(*) FROM speaker WHERE document_id = d.id) AS speakers
  FROM document d JOIN source_file s ON s.id = d.source_id`

export function documentQueries(db: Database) {
  return {
    list: db.prepare<[], SummaryRow>(`${summary} ORDER BY d.position, d.name`),
    summary: db.prepare<[string], SummaryRow>(`${summary} WHERE d.id = ?`),
    ids: db.prepare<[], { id: string }>('SELECT id FROM document'),
    byId: db.prepare<[string], { id: string; name: string; kind: DocumentKind }>('SELECT id, name, kind FROM document WHERE id = ?'),
    turns: db.prepare<[string], TurnRow>(`SELECT ${turnColumns} FROM turn WHERE document_id = ? ORDER BY position`),
    speakers: db.prepare<[string], { id: string; name: string; caseId: string | null }>(
      'SELECT id, name, case_id AS caseId FROM speaker WHERE document_id = ? ORDER BY id',
    ),
    anchors: db.prepare<[string], Omit<CodingRow, 'id'>>(
      `SELECT start_turn_id AS startTurn, start_offset AS startOffset, end_turn_id AS endTurn, end_offset AS endOffset
       FROM coding WHERE document_id = ?`,
    ),
    codings: db.prepare<[string], { n: number }>('SELECT count(*) AS n FROM coding WHERE document_id = ?'),
    rename: db.prepare<{ id: string; name: string }>('UPDATE document SET name = @name WHERE id = @id'),
    setKind: db.prepare<{ id: string; kind: DocumentKind }>('UPDATE document SET kind = @kind WHERE id = @id'),
    remove: db.prepare<[string]>('DELETE FROM document WHERE id = ?'),
    original: db.prepare<[string], { name: string; bytes: Buffer<ArrayBuffer> }>(
      'SELECT s.name, s.bytes FROM document d JOIN source_file s ON s.id = d.source_id WHERE d.id = ?',
    ),
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

/** What an edit reads and writes. */
export function editQueries(db: Database) {
  return {
    turn: db.prepare<[string], TurnRow>(`SELECT ${turnColumns} FROM turn WHERE id = ?`),
    updateTurn: db.prepare<Omit<TurnRow, 'position'>>(
      `UPDATE turn SET speaker_id = @speaker, continues = @continues, start_ms = @startMs, heading = @heading, text = @text, units = @units,
         marks = @marks WHERE id = @id`,
    ),
    beginSpeech: db.prepare<[string]>('UPDATE turn SET continues = 0 WHERE id = ?'),
    moveDown: db.prepare<{ document: string; from: number; by: number }>(
      'UPDATE turn SET position = position + @by WHERE document_id = @document AND position >= @from',
    ),
    removeTurn: db.prepare<[string]>('DELETE FROM turn WHERE id = ?'),
    codingsIn: db.prepare<{ turn: string }, CodingRow>(
      `SELECT ${codingColumns} FROM coding WHERE start_turn_id = @turn UNION SELECT ${codingColumns} FROM coding WHERE end_turn_id = @turn`,
    ),
    moveCoding: db.prepare<CodingRow>(
      `UPDATE coding SET start_turn_id = @startTurn, start_offset = @startOffset, end_turn_id = @endTurn, end_offset = @endOffset WHERE id = @id`,
    ),
    removeCoding: db.prepare<[string]>('DELETE FROM coding WHERE id = ?'),
    count: db.prepare<{ id: string; characters: number; words: number; turns: number }>(
      'UPDATE document SET characters = characters + @characters, words = words + @words, turns = turns + @turns WHERE id = @id',
    ),
  }
}

const codingColumns = 'id, start_turn_id AS startTurn, start_offset AS startOffset, end_turn_id AS endTurn, end_offset AS endOffset'

/** Where a coding is anchored. Offsets in UTF-16 units of the turn. */
export type CodingRow = { id: string; startTurn: string; startOffset: number; endTurn: string; endOffset: number }

export type SummaryRow = {
  id: string
  name: string
  kind: DocumentKind
  characters: number
  words: number
  turns: number
  speakers: number
  createdAt: string
  encoding: string | null
  sourceName: string
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
