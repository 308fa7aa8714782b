import type { Database } from 'better-sqlite3'

export type CoderRow = { id: string; name: string; color: string; codings: number }

const coder = `SELECT c.id, c.name, c.color, (SELECT count(*) FROM coding WHERE coder_id = c.id) AS codings FROM coder c`

export function coderQueries(db: Database) {
  return {
    all: db.prepare<[], CoderRow>(`${coder} ORDER BY c.created_at, c.name`),
    byId: db.prepare<[string], CoderRow>(`${coder} WHERE c.id = ?`),
    byName: db.prepare<[string], { id: string }>('SELECT id FROM coder WHERE name = ?'),
    exists: db.prepare<[string], { id: string }>('SELECT id FROM coder WHERE id = ?'),
    count: db.prepare<[], { n: number }>('SELECT count(*) AS n FROM coder'),
    insert: db.prepare<{ id: string; name: string; color: string; at: string }>(
      'INSERT INTO coder (id, name, color, created_at) VALUES (@id, @name, @color, @at)',
    ),
    rename: db.prepare<{ id: string; name: string }>('UPDATE coder SET name = @name WHERE id = @id'),
  }
}
