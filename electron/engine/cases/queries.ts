import type { Database } from 'better-sqlite3'
import type { Variable } from '#shared/contract/cases.ts'

export type CaseRow = { id: string; name: string }
/** `categories` as a JSON array. */
export type VariableRow = { id: string; name: string; type: Variable['type']; categories: string }
export type SpeakerRow = { id: string; name: string; caseId: string | null; documentId: string }

const variable = 'SELECT id, name, type, categories FROM variable'

export function caseQueries(db: Database) {
  return {
    all: db.prepare<[], CaseRow>('SELECT id, name FROM study_case ORDER BY position, id'),
    byId: db.prepare<[string], CaseRow>('SELECT id, name FROM study_case WHERE id = ?'),
    insert: db.prepare<{ id: string; name: string; at: string }>(
      `INSERT INTO study_case (id, name, position, created_at)
       VALUES (@id, @name, (SELECT coalesce(max(position), 0) + 1 FROM study_case), @at)`,
    ),
    rename: db.prepare<{ id: string; name: string }>('UPDATE study_case SET name = @name WHERE id = @id'),
    remove: db.prepare<[string]>('DELETE FROM study_case WHERE id = ?'),

    documents: db.prepare<[], { caseId: string; documentId: string }>(
      `SELECT cd.case_id AS caseId, cd.document_id AS documentId FROM case_document cd JOIN document d ON d.id = cd.document_id
       ORDER BY d.position, d.id`,
    ),
    documentName: db.prepare<[string], { name: string }>('SELECT name FROM document WHERE id = ?'),
    isLinked: db.prepare<{ caseId: string; documentId: string }, { n: number }>(
      'SELECT count(*) AS n FROM case_document WHERE case_id = @caseId AND document_id = @documentId',
    ),
    link: db.prepare<{ caseId: string; documentId: string }>('INSERT INTO case_document (case_id, document_id) VALUES (@caseId, @documentId)'),
    unlink: db.prepare<{ caseId: string; documentId: string }>('DELETE FROM case_document WHERE case_id = @caseId AND document_id = @documentId'),

    speakers: db.prepare<[], { id: string; caseId: string; documentId: string }>(
      `SELECT s.id, s.case_id AS caseId, s.document_id AS documentId FROM speaker s JOIN document d ON d.id = s.document_id
       WHERE s.case_id IS NOT NULL ORDER BY d.position, d.id, s.name`,
    ),
    speaker: db.prepare<[string], SpeakerRow>('SELECT id, name, case_id AS caseId, document_id AS documentId FROM speaker WHERE id = ?'),
    setSpeakerCase: db.prepare<{ id: string; caseId: string | null }>('UPDATE speaker SET case_id = @caseId WHERE id = @id'),
    /** Turns of a document with the case of whoever speaks. */
    turnCases: db.prepare<[string], { id: string; units: number; caseId: string | null }>(
      `SELECT t.id, t.units, s.case_id AS caseId FROM turn t LEFT JOIN speaker s ON s.id = t.speaker_id
       WHERE t.document_id = ? ORDER BY t.position`,
    ),

    /** The turns from one to another, both with. */
    turnCasesBetween: db.prepare<{ startTurnId: string; endTurnId: string }, { units: number; caseId: string | null }>(
      `SELECT t.units, s.case_id AS caseId FROM turn f JOIN turn l ON l.id = @endTurnId
       JOIN turn t ON t.document_id = f.document_id AND t.position BETWEEN f.position AND l.position
       LEFT JOIN speaker s ON s.id = t.speaker_id WHERE f.id = @startTurnId ORDER BY t.position`,
    ),

    variables: db.prepare<[], VariableRow>(`${variable} ORDER BY position, id`),
    variable: db.prepare<[string], VariableRow>(`${variable} WHERE id = ?`),
    insertVariable: db.prepare<VariableRow>(
      `INSERT INTO variable (id, name, type, categories, position)
       VALUES (@id, @name, @type, @categories, (SELECT coalesce(max(position), 0) + 1 FROM variable))`,
    ),
    updateVariable: db.prepare<Pick<VariableRow, 'id' | 'name' | 'categories'>>(
      'UPDATE variable SET name = @name, categories = @categories WHERE id = @id',
    ),
    removeVariable: db.prepare<[string]>('DELETE FROM variable WHERE id = ?'),

    values: db.prepare<[], { caseId: string; variableId: string; value: string }>(
      'SELECT case_id AS caseId, variable_id AS variableId, value FROM case_value',
    ),
    valuesOf: db.prepare<[string], { caseId: string; value: string }>('SELECT case_id AS caseId, value FROM case_value WHERE variable_id = ?'),
    /** Updates a value that is there in place, so that the journal finds it by its key. */
    setValue: db.prepare<{ caseId: string; variableId: string; value: string }>(
      `INSERT INTO case_value (case_id, variable_id, value) VALUES (@caseId, @variableId, @value)
       ON CONFLICT (case_id, variable_id) DO UPDATE SET value = excluded.value`,
    ),
    removeValue: db.prepare<{ caseId: string; variableId: string }>('DELETE FROM case_value WHERE case_id = @caseId AND variable_id = @variableId'),
  }
}
