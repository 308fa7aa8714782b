import type { Database } from 'better-sqlite3'

export type EntryRow = {
  id: number
  at: string
  coder_id: string | null
  coder_name: string | null
  kind: string
  params: string
  state: 'done' | 'undone' | 'left'
}

const entry = `SELECT e.id, e.at, e.coder_id, c.name AS coder_name, e.kind, e.params, e.state FROM journal_entry e LEFT JOIN coder c ON c.id = e.coder_id`

export function journalQueries(db: Database) {
  return {
    insert: db.prepare<{ at: string; coder: string; kind: string; params: string }>(
      `INSERT INTO journal_entry (at, coder_id, kind, params, state) VALUES (@at, @coder, @kind, @params, 'done')`,
    ),
    setParams: db.prepare<{ id: number; params: string }>('UPDATE journal_entry SET params = @params WHERE id = @id'),
    setState: db.prepare<{ id: number; state: EntryRow['state'] }>('UPDATE journal_entry SET state = @state WHERE id = @id'),
    leaveUndone: db.prepare(`UPDATE journal_entry SET state = 'left' WHERE state = 'undone'`),
    lastDone: db.prepare<[], EntryRow>(`${entry} WHERE e.state = 'done' ORDER BY e.id DESC LIMIT 1`),
    firstUndone: db.prepare<[], EntryRow>(`${entry} WHERE e.state = 'undone' ORDER BY e.id LIMIT 1`),
    list: db.prepare<{ before: number; limit: number }, EntryRow>(`${entry} WHERE e.id < @before ORDER BY e.id DESC LIMIT @limit`),
  }
}

/** What `check` looks through. */
export function checkQueries(db: Database) {
  return {
    documents: db.prepare<[], { id: string; name: string; characters: number; words: number; turns: number }>(
      'SELECT id, name, characters, words, turns FROM document ORDER BY position, id',
    ),
    turns: db.prepare<[string], { id: string; continues: number; text: string; units: number; marks: string }>(
      'SELECT id, continues, text, units, marks FROM turn WHERE document_id = ? ORDER BY position',
    ),
    turnsOutOfOrder: db.prepare<[], { document: string; position: number }>(
      `SELECT d.name AS document, t.position FROM turn t JOIN document d ON d.id = t.document_id GROUP BY t.document_id, t.position HAVING count(*) > 1`,
    ),
    anchors: db.prepare<[string], { id: string; startTurn: string; startOffset: number; endTurn: string; endOffset: number }>(
      `SELECT id, start_turn_id AS startTurn, start_offset AS startOffset, end_turn_id AS endTurn, end_offset AS endOffset
       FROM coding WHERE document_id = ?`,
    ),
    codes: db.prepare<[], { id: string; parentId: string | null; name: string }>('SELECT id, parent_id AS parentId, name FROM code'),
    foreignSpeakers: db.prepare<[], { document: string; turn: string }>(
      `SELECT d.name AS document, t.id AS turn FROM turn t JOIN speaker s ON s.id = t.speaker_id JOIN document d ON d.id = t.document_id
       WHERE s.document_id <> t.document_id`,
    ),
    projects: db.prepare<[], { id: string }>('SELECT id FROM project'),
    /** Done entries behind an undone one. */
    entriesOutOfOrder: db.prepare<[], { id: number }>(
      `SELECT id FROM journal_entry WHERE state = 'done' AND id > (SELECT min(id) FROM journal_entry WHERE state = 'undone')`,
    ),
    changedTables: db.prepare<[], { table: string }>('SELECT DISTINCT table_name AS "table" FROM journal_change'),
    unreadableImages: db.prepare<[], { seq: number }>('SELECT seq FROM journal_change WHERE NOT json_valid(image)'),
  }
}
