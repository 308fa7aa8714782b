import type { Database } from 'better-sqlite3'
import type { CodingTuple, TurnTuple } from './passages.ts'

export type CountRow = { coderId: string; codeA: string; codeB: string; count: number }
export type PairRow = { codeA: string; codeB: string; count: number }
export type CodeRow = { id: string; parentId: string | null; position: number; name: string; color: string; codable: number }

/** Lists are passed as JSON arrays; a list that is null leaves nothing out. */
const among = (column: string, list: string) => `(@${list} IS NULL OR ${column} IN (SELECT value FROM json_each(@${list})))`

/** The materialised matrix: what stands in it, and what is behind. */
export function cooccurrenceQueries(db: Database) {
  return {
    stale: db.prepare<[], { id: string }>('SELECT document_id AS id FROM cooccurrence_stale ORDER BY document_id'),
    noLongerStale: db.prepare<[string]>('DELETE FROM cooccurrence_stale WHERE document_id = ?'),
    documents: db.prepare<[], { id: string }>('SELECT id FROM document ORDER BY position, id'),
    /** By the index turn_document alone: two spans share a character whoever speaks. */
    lengths: db.prepare<[string], TurnTuple>('SELECT id, units, 0, NULL FROM turn WHERE document_id = ? ORDER BY position').raw(),
    rows: db.prepare<[string], CountRow>(
      'SELECT coder_id AS coderId, code_a AS codeA, code_b AS codeB, count FROM cooccurrence WHERE document_id = ?',
    ),
    putRow: db.prepare<[string, string, string, string, number]>(
      `INSERT INTO cooccurrence (document_id, coder_id, code_a, code_b, count) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET count = excluded.count`,
    ),
    dropRow: db.prepare<[string, string, string, string]>(
      'DELETE FROM cooccurrence WHERE document_id = ? AND coder_id = ? AND code_a = ? AND code_b = ?',
    ),
    addToTotal: db.prepare<[string, string, string, number]>(
      `INSERT INTO cooccurrence_total (coder_id, code_a, code_b, count) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET count = count + excluded.count`,
    ),
    dropEmptyTotals: db.prepare('DELETE FROM cooccurrence_total WHERE count = 0'),
    allRows: db.prepare<[], CountRow & { documentId: string }>(
      'SELECT document_id AS documentId, coder_id AS coderId, code_a AS codeA, code_b AS codeB, count FROM cooccurrence',
    ),
    allTotals: db.prepare<[], CountRow>('SELECT coder_id AS coderId, code_a AS codeA, code_b AS codeB, count FROM cooccurrence_total'),
    totals: db.prepare<{ coders: string | null }, PairRow>(
      `SELECT code_a AS codeA, code_b AS codeB, sum(count) AS count FROM cooccurrence_total WHERE ${among('coder_id', 'coders')} GROUP BY 1, 2`,
    ),
    sums: db.prepare<{ coders: string | null; documents: string }, PairRow>(
      `SELECT code_a AS codeA, code_b AS codeB, sum(count) AS count FROM cooccurrence
       WHERE document_id IN (SELECT value FROM json_each(@documents)) AND ${among('coder_id', 'coders')} GROUP BY 1, 2`,
    ),
  }
}

export function analysisQueries(db: Database) {
  return {
    codes: db.prepare<[], CodeRow>('SELECT id, parent_id AS parentId, position, name, color, codable FROM code'),
    documents: db.prepare<[], { id: string; name: string }>('SELECT id, name FROM document ORDER BY position, id'),
    coders: db.prepare<[], { id: string; name: string }>('SELECT id, name FROM coder ORDER BY created_at, name'),
    cases: db.prepare<[], { id: string; name: string }>('SELECT id, name FROM study_case ORDER BY position, id'),
    speakers: db.prepare<[], { id: string; name: string; documentName: string; caseId: string | null }>(
      `SELECT s.id, s.name, d.name AS documentName, s.case_id AS caseId FROM speaker s JOIN document d ON d.id = s.document_id
       ORDER BY d.position, d.id, s.id`,
    ),
    caseDocuments: db.prepare<[], { caseId: string; documentId: string }>(
      `SELECT l.case_id AS caseId, l.document_id AS documentId FROM case_document l JOIN study_case c ON c.id = l.case_id ORDER BY c.position, c.id`,
    ),
    variable: db.prepare<[string], { type: 'text' | 'number' | 'date' | 'category'; categories: string }>(
      'SELECT type, categories FROM variable WHERE id = ?',
    ),
    values: db.prepare<[string], { caseId: string; value: string }>('SELECT case_id AS caseId, value FROM case_value WHERE variable_id = ?'),
    themes: db.prepare<[], { id: string; name: string; color: string }>('SELECT id, name, color FROM theme ORDER BY position, id'),
    themeCodes: db.prepare<[], { themeId: string; codeId: string }>('SELECT theme_id AS themeId, code_id AS codeId FROM theme_code'),

    /** One document's codings. */
    codings: db
      .prepare<[string], CodingTuple>(
        'SELECT id, code_id, coder_id, start_turn_id, start_offset, end_turn_id, end_offset FROM coding WHERE document_id = ?',
      )
      .raw(),
    turns: db.prepare<[string], TurnTuple>('SELECT id, units, continues, speaker_id FROM turn WHERE document_id = ? ORDER BY position').raw(),
    texts: db.prepare<[string], { id: string; text: string }>('SELECT id, text FROM turn WHERE document_id = ?'),
    /** Only where a document has characters beyond the Basic Multilingual Plane do code points and UTF-16 units differ. */
    isBeyondPlane: db.prepare<[string], { beyond: 0 | 1 }>(
      `SELECT d.characters <> (SELECT coalesce(sum(units), 0) + max(count(*) - 1, 0) FROM turn WHERE document_id = d.id) AS beyond
       FROM document d WHERE d.id = ?`,
    ),
    /** Documents in which some of these codes are used, by the index coding_code alone. */
    documentsOfCodes: db.prepare<{ codes: string; coders: string | null; documents: string | null }, { documentId: string; codeId: string }>(
      `SELECT DISTINCT document_id AS documentId, code_id AS codeId FROM coding WHERE code_id IN (SELECT value FROM json_each(@codes))
       AND ${among('document_id', 'documents')} AND ${among('coder_id', 'coders')}`,
    ),
    countCodings: db.prepare<{ codes: string; coders: string | null; documents: string | null }, { n: number }>(
      `SELECT count(*) AS n FROM coding WHERE code_id IN (SELECT value FROM json_each(@codes))
       AND ${among('document_id', 'documents')} AND ${among('coder_id', 'coders')}`,
    ),
    countDocuments: db.prepare<{ codes: string; coders: string | null; documents: string | null }, { n: number }>(
      `SELECT count(*) AS n FROM document d WHERE ${among('d.id', 'documents')} AND EXISTS (SELECT 1 FROM coding WHERE document_id = d.id
         AND code_id IN (SELECT value FROM json_each(@codes)) AND ${among('coder_id', 'coders')})`,
    ),
  }
}
