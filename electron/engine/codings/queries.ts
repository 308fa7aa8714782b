import type { Database, Statement } from 'better-sqlite3'
import type { CodingFilter } from '#shared/contract/codings.ts'

/** A coding as the project file holds it, anchored to turns. */
export type CodingRow = {
  id: string
  documentId: string
  codeId: string
  coderId: string
  startTurnId: string
  startOffset: number
  endTurnId: string
  endOffset: number
  weight: number | null
  comment: string
  createdAt: string
}

export type TurnText = { id: string; text: string; speaker: string | null; startMs: number | null }

const coding = `SELECT c.id, c.document_id AS documentId, c.code_id AS codeId, c.coder_id AS coderId, c.start_turn_id AS startTurnId,
  c.start_offset AS startOffset, c.end_turn_id AS endTurnId, c.end_offset AS endOffset, c.weight, c.comment, c.created_at AS createdAt
  FROM coding c`

export function codingQueries(db: Database) {
  return {
    byId: db.prepare<[string], CodingRow>(`${coding} WHERE c.id = ?`),
    ofDocument: db.prepare<[string], CodingRow>(`${coding} WHERE c.document_id = ?`),
    /** Where the codings of a document are anchored, to be read one by one until enough is known. */
    anchorsInDocument: db.prepare<[string], Omit<CodingRow, 'coderId' | 'weight' | 'comment' | 'createdAt'>>(
      `SELECT id, document_id AS documentId, code_id AS codeId, start_turn_id AS startTurnId, start_offset AS startOffset,
       end_turn_id AS endTurnId, end_offset AS endOffset FROM coding WHERE document_id = ?`,
    ),
    /** One code by one coder in one document: those that may join. */
    alike: db.prepare<{ documentId: string; codeId: string; coderId: string }, CodingRow>(
      `${coding} WHERE c.document_id = @documentId AND c.code_id = @codeId AND c.coder_id = @coderId`,
    ),
    ofCode: db.prepare<[string], CodingRow>(`${coding} WHERE c.code_id = ?`),
    insert: db.prepare<CodingRow>(
      `INSERT INTO coding (id, document_id, code_id, coder_id, start_turn_id, start_offset, end_turn_id, end_offset, weight, comment, created_at)
       VALUES (@id, @documentId, @codeId, @coderId, @startTurnId, @startOffset, @endTurnId, @endOffset, @weight, @comment, @createdAt)`,
    ),
    update: db.prepare<Omit<CodingRow, 'documentId' | 'coderId' | 'createdAt'>>(
      `UPDATE coding SET code_id = @codeId, start_turn_id = @startTurnId, start_offset = @startOffset, end_turn_id = @endTurnId,
       end_offset = @endOffset, weight = @weight, comment = @comment WHERE id = @id`,
    ),
    remove: db.prepare<[string]>('DELETE FROM coding WHERE id = ?'),
    moveMemos: db.prepare<{ from: string; into: string }>('UPDATE memo SET coding_id = @into WHERE coding_id = @from'),
    /** Of all codings that have a memo, which are few. */
    memoCounts: db.prepare<[], { codingId: string; n: number }>(
      'SELECT coding_id AS codingId, count(*) AS n FROM memo WHERE coding_id IS NOT NULL GROUP BY coding_id',
    ),
    documents: db.prepare<[], { id: string; name: string }>('SELECT id, name FROM document ORDER BY position, id'),
    document: db.prepare<[string], { name: string; characters: number }>('SELECT name, characters FROM document WHERE id = ?'),
    coderNames: db.prepare<[], { id: string; name: string }>('SELECT id, name FROM coder'),
    turnText: db.prepare<[string], TurnText>(
      `SELECT t.id, t.text, s.name AS speaker, t.start_ms AS startMs FROM turn t LEFT JOIN speaker s ON s.id = t.speaker_id WHERE t.id = ?`,
    ),
    caseNames: db.prepare<[], { id: string; name: string }>('SELECT id, name FROM study_case'),
  }
}

/** What of a filter the table itself can answer; cases and overlaps need the texts' positions. */
export type TableFilter = Pick<CodingFilter, 'documentIds' | 'codeIds' | 'coderIds' | 'codingIds'>

/** Codings by a filter: statements are prepared once for each set of parts that is given. */
export function filterQueries(db: Database) {
  const prepared = new Map<string, Statement>()
  const statement = (sql: string): Statement => {
    const known = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, known)
    return known
  }
  return {
    /** How many codings of each document the filter lets through. */
    countByDocument(filter: TableFilter): { documentId: string; n: number }[] {
      const { where, values } = conditions(filter)
      const sql = `SELECT c.document_id AS documentId, count(*) AS n FROM coding c ${where} GROUP BY c.document_id`
      return statement(sql).all(values) as { documentId: string; n: number }[]
    },
    inDocument(documentId: string, filter: TableFilter): CodingRow[] {
      const { where, values } = conditions({ ...filter, documentIds: [documentId] })
      return statement(`${coding} ${where}`).all(values) as CodingRow[]
    },
  }
}

const columns = { documentIds: 'c.document_id', codeIds: 'c.code_id', coderIds: 'c.coder_id', codingIds: 'c.id' } as const

function conditions(filter: TableFilter): { where: string; values: Record<string, string> } {
  const parts: string[] = []
  const values: Record<string, string> = {}
  for (const [key, column] of Object.entries(columns) as [keyof TableFilter, string][]) {
    const ids = filter[key]
    if (!ids) continue
    parts.push(`${column} IN (SELECT value FROM json_each(@${key}))`)
    values[key] = JSON.stringify(ids)
  }
  return { where: parts.length === 0 ? '' : `WHERE ${parts.join(' AND ')}`, values }
}
