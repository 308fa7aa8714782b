import type { Database } from 'better-sqlite3'

export type CodeRow = {
  id: string
  parentId: string | null
  position: number
  name: string
  color: string
  codable: 0 | 1
  definition: string
  whenToUse: string
  whenNotToUse: string
  example: string
}

const code = `SELECT id, parent_id AS parentId, position, name, color, codable, definition, when_to_use AS whenToUse,
  when_not_to_use AS whenNotToUse, example FROM code`

export function codeQueries(db: Database) {
  return {
    all: db.prepare<[], CodeRow>(code),
    byId: db.prepare<[string], CodeRow>(`${code} WHERE id = ?`),
    children: db.prepare<[string | null], CodeRow>(`${code} WHERE parent_id IS ? ORDER BY position`),
    /** Codings and documents of every code that has any, by the index coding_code alone. */
    counts: db.prepare<[], { codeId: string; codings: number; documents: number }>(
      `SELECT code_id AS codeId, sum(n) AS codings, count(*) AS documents
       FROM (SELECT code_id, count(*) AS n FROM coding GROUP BY code_id, document_id) GROUP BY code_id`,
    ),
    countsOf: db.prepare<[string], { codings: number; documents: number }>(
      'SELECT count(*) AS codings, count(DISTINCT document_id) AS documents FROM coding WHERE code_id = ?',
    ),
    colors: db.prepare<[], { color: string; n: number }>('SELECT color, count(*) AS n FROM code GROUP BY color'),
    insert: db.prepare<CodeRow & { at: string }>(
      `INSERT INTO code (id, parent_id, position, name, color, codable, definition, when_to_use, when_not_to_use, example, created_at)
       VALUES (@id, @parentId, @position, @name, @color, @codable, @definition, @whenToUse, @whenNotToUse, @example, @at)`,
    ),
    update: db.prepare<Omit<CodeRow, 'parentId' | 'position'>>(
      `UPDATE code SET name = @name, color = @color, codable = @codable, definition = @definition, when_to_use = @whenToUse,
       when_not_to_use = @whenNotToUse, example = @example WHERE id = @id`,
    ),
    place: db.prepare<{ id: string; parentId: string | null; position: number }>(
      'UPDATE code SET parent_id = @parentId, position = @position WHERE id = @id',
    ),
    /** Its codings and memos go with it; its children must have gone before. */
    remove: db.prepare<[string]>('DELETE FROM code WHERE id = ?'),
    moveCodings: db.prepare<{ from: string; into: string }>('UPDATE coding SET code_id = @into WHERE code_id = @from'),
    moveMemos: db.prepare<{ from: string; into: string }>('UPDATE memo SET code_id = @into WHERE code_id = @from'),
    /** A key column is never updated, for the journal finds a row by its key: the place in a theme is made anew and the old one removed. */
    takeThemePlaces: db.prepare<{ from: string; into: string }>(
      `INSERT OR IGNORE INTO theme_code (theme_id, code_id, position) SELECT theme_id, @into, position FROM theme_code WHERE code_id = @from`,
    ),
  }
}
