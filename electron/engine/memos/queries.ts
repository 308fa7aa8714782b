import type { Database } from 'better-sqlite3'

export type MemoRow = {
  id: string
  documentId: string | null
  codeId: string | null
  codingId: string | null
  caseId: string | null
  themeId: string | null
  title: string
  text: string
  coderId: string
  createdAt: string
  modifiedAt: string
}

/** `name`: of the document, code, case or theme; null where the memo is on a coding or on the project. */
export type NamedMemoRow = MemoRow & { name: string | null }

const memo = `SELECT m.id, m.document_id AS documentId, m.code_id AS codeId, m.coding_id AS codingId, m.case_id AS caseId,
  m.theme_id AS themeId, m.title, m.text, m.coder_id AS coderId, m.created_at AS createdAt, m.modified_at AS modifiedAt,
  coalesce(d.name, k.name, s.name, t.name) AS name
  FROM memo m LEFT JOIN document d ON d.id = m.document_id LEFT JOIN code k ON k.id = m.code_id
  LEFT JOIN study_case s ON s.id = m.case_id LEFT JOIN theme t ON t.id = m.theme_id`
const newestFirst = 'ORDER BY m.created_at DESC, m.id DESC'

export function memoQueries(db: Database) {
  const on = (column: string) => db.prepare<[string], NamedMemoRow>(`${memo} WHERE m.${column} = ? ${newestFirst}`)
  const nameIn = (table: string) => db.prepare<[string], { name: string }>(`SELECT name FROM ${table} WHERE id = ?`)
  return {
    all: db.prepare<[], NamedMemoRow>(`${memo} ${newestFirst}`),
    on: {
      document: on('document_id'),
      code: on('code_id'),
      coding: on('coding_id'),
      case: on('case_id'),
      theme: on('theme_id'),
    },
    onProject: db.prepare<[], NamedMemoRow>(
      `${memo} WHERE coalesce(m.document_id, m.code_id, m.coding_id, m.case_id, m.theme_id) IS NULL ${newestFirst}`,
    ),
    byId: db.prepare<[string], NamedMemoRow>(`${memo} WHERE m.id = ?`),
    insert: db.prepare<MemoRow>(
      `INSERT INTO memo (id, document_id, code_id, coding_id, case_id, theme_id, title, text, coder_id, created_at, modified_at)
       VALUES (@id, @documentId, @codeId, @codingId, @caseId, @themeId, @title, @text, @coderId, @createdAt, @modifiedAt)`,
    ),
    update: db.prepare<Pick<MemoRow, 'id' | 'title' | 'text' | 'modifiedAt'>>(
      'UPDATE memo SET title = @title, text = @text, modified_at = @modifiedAt WHERE id = @id',
    ),
    remove: db.prepare<[string]>('DELETE FROM memo WHERE id = ?'),
    name: { document: nameIn('document'), code: nameIn('code'), case: nameIn('study_case'), theme: nameIn('theme') },
    projectName: db.prepare<[], { name: string }>('SELECT name FROM project'),
    /** The coding's first turn, and where in it the coding begins and ends, UTF-16 units. */
    passage: db.prepare<[string], { text: string; start: number; end: number | null }>(
      `SELECT t.text, c.start_offset AS start, CASE WHEN c.end_turn_id = c.start_turn_id THEN c.end_offset END AS end
       FROM coding c JOIN turn t ON t.id = c.start_turn_id WHERE c.id = ?`,
    ),
  }
}
