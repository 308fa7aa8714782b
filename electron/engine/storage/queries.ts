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
