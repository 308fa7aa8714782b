import type { Database } from 'better-sqlite3'

export type ThemeRow = { id: string; name: string; claim: string; color: string; position: number }
type Place = { themeId: string; codeId: string }

const theme = 'SELECT id, name, claim, color, position FROM theme'

export function themeQueries(db: Database) {
  return {
    all: db.prepare<[], ThemeRow>(`${theme} ORDER BY position, id`),
    byId: db.prepare<[string], ThemeRow>(`${theme} WHERE id = ?`),
    insert: db.prepare<ThemeRow & { at: string }>(
      'INSERT INTO theme (id, name, claim, color, position, created_at) VALUES (@id, @name, @claim, @color, @position, @at)',
    ),
    update: db.prepare<Omit<ThemeRow, 'position'>>('UPDATE theme SET name = @name, claim = @claim, color = @color WHERE id = @id'),
    place: db.prepare<{ id: string; position: number }>('UPDATE theme SET position = @position WHERE id = @id'),
    remove: db.prepare<[string]>('DELETE FROM theme WHERE id = ?'),
    colors: db.prepare<[], { color: string; n: number }>('SELECT color, count(*) AS n FROM theme GROUP BY color'),
    codes: db.prepare<[], Place>('SELECT theme_id AS themeId, code_id AS codeId FROM theme_code ORDER BY theme_id, position, code_id'),
    codesOf: db.prepare<[string], { codeId: string }>('SELECT code_id AS codeId FROM theme_code WHERE theme_id = ? ORDER BY position, code_id'),
    addCode: db.prepare<Place>(
      `INSERT INTO theme_code (theme_id, code_id, position)
       VALUES (@themeId, @codeId, (SELECT coalesce(max(position), 0) + 1 FROM theme_code WHERE theme_id = @themeId))`,
    ),
    removeCode: db.prepare<Place>('DELETE FROM theme_code WHERE theme_id = @themeId AND code_id = @codeId'),
    /** How often each code is used in each document, by the index coding_code alone. */
    uses: db.prepare<[], { codeId: string; documentId: string; n: number }>(
      'SELECT code_id AS codeId, document_id AS documentId, count(*) AS n FROM coding GROUP BY code_id, document_id',
    ),
  }
}
