import type { Database } from 'better-sqlite3'
import type { Action } from '#shared/contract/history.ts'
import type { ChangeEvent, Subject } from '#shared/contract/projects.ts'
import { Problem } from '#shared/model/problem.ts'
import { type JournaledTable, openJournal, type Touched } from './journal.ts'
import { asProblem } from './problems.ts'
import { type EntryRow, journalQueries } from './queries.ts'

/** Who does what: `kind` and `params` make the sentence in the history; `coderId` is who acts. */
export type ChangeOf = Action & {
  coderId: string
  /** Changes with the same key that follow within `joinWithinMs` become one entry, as typing does. */
  joinKey?: string | undefined
}

export const joinWithinMs = 2000

const subjectOf: Record<JournaledTable, Subject> = {
  project: 'project',
  coder: 'coders',
  document: 'documents',
  speaker: 'documents',
  turn: 'documents',
  study_case: 'cases',
  variable: 'cases',
  case_value: 'cases',
  case_document: 'cases',
  code: 'codes',
  coding: 'codings',
  memo: 'memos',
  theme: 'themes',
  theme_code: 'themes',
}

export type Project = {
  readonly file: string
  readonly db: Database
  /** The statements of a subject's queries.ts, prepared once for this project. */
  use<Q>(queries: (db: Database) => Q): Q
  /**
   * One change: a transaction with its inverse in the journal. If `make` throws, nothing has changed. If it changed no row, no entry
   * is kept. `make` may add to `params` what only becomes known as it works.
   */
  change<T>(what: ChangeOf, make: (params: Action['params']) => T): T
  /** A write that belongs to nobody's history, such as a coder who joins. */
  write<T>(make: () => T): T
  /** A write to tables that are made from others: should the power fail it can be made again, so nobody waits for the disk. */
  writeDerived<T>(make: () => T): T
  undo(): EntryRow
  redo(): EntryRow
  onChange(listener: (event: ChangeEvent) => void): () => void
  close(): void
}

export function openProject(db: Database, file: string, now: () => Date = () => new Date()): Project {
  const journal = openJournal(db)
  const entries = journalQueries(db)
  const prepared = new Map<unknown, unknown>()
  const listeners = new Set<(event: ChangeEvent) => void>()
  let join: { key: string; entryId: number; at: number } | null = null

  const transaction = <T>(work: () => T): T => {
    try {
      return db.transaction(work).immediate()
    } catch (error) {
      throw asProblem(error, file)
    }
  }

  const announce = (by: ChangeEvent['by'], touched: Touched) => {
    const subjects = [...new Set(touched.tables.map((table) => subjectOf[table]))]
    const documents = touched.documents.length > 50 ? null : touched.documents
    for (const listener of listeners) listener({ subjects: [...subjects, 'history'], documents, by })
  }

  const change = <T>(what: ChangeOf, make: (params: Action['params']) => T): T => {
    const at = now()
    const joined = what.joinKey !== undefined && join?.key === what.joinKey && at.getTime() - join.at < joinWithinMs ? join : null
    let touched: Touched = { tables: [], documents: [] }
    let entryId = 0
    const result = transaction(() => {
      const before = journal.lastSeq()
      if (!joined) entries.leaveUndone.run()
      entryId =
        joined?.entryId ?? Number(entries.insert.run({ at: at.toISOString(), coder: what.coderId, kind: what.kind, params: '{}' }).lastInsertRowid)
      const params = { ...what.params }
      journal.recordUnder(entryId)
      const made = make(params)
      journal.recordUnder(null)
      if (journal.lastSeq() === before && !joined) {
        // Nothing changed: what was undone must stay redoable, so the whole transaction is given up.
        throw new NothingChanged(made)
      }
      touched = journal.touched(entryId, before)
      if (joined) journal.compact(entryId, before)
      entries.setParams.run({ id: entryId, params: JSON.stringify(params) })
      return made
    })
    join = what.joinKey === undefined ? null : { key: what.joinKey, entryId, at: at.getTime() }
    announce('change', touched)
    return result
  }

  const move = (by: 'undo' | 'redo'): EntryRow => {
    join = null
    let touched: Touched = { tables: [], documents: [] }
    const entry = transaction(() => {
      const next = by === 'undo' ? entries.lastDone.get() : entries.firstUndone.get()
      if (!next) throw new Problem(by === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo')
      // Rows come back in the reverse order of their leaving; references are whole again at the end.
      db.pragma('defer_foreign_keys = ON')
      const before = journal.lastSeq()
      journal.recordUnder(next.id)
      journal.turnBack(next.id)
      journal.recordUnder(null)
      touched = journal.touched(next.id, before)
      entries.setState.run({ id: next.id, state: by === 'undo' ? 'undone' : 'done' })
      return next
    })
    announce(by, touched)
    return entry
  }

  return {
    file,
    db,
    use<Q>(queries: (db: Database) => Q): Q {
      if (!prepared.has(queries)) prepared.set(queries, queries(db))
      return prepared.get(queries) as Q
    },
    change(what, make) {
      try {
        return change(what, make)
      } catch (error) {
        if (error instanceof NothingChanged) return error.result as ReturnType<typeof make>
        throw error
      }
    },
    write: transaction,
    writeDerived(make) {
      db.pragma('synchronous = NORMAL')
      try {
        return transaction(make)
      } finally {
        db.pragma('synchronous = FULL')
      }
    },
    undo: () => move('undo'),
    redo: () => move('redo'),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close() {
      listeners.clear()
      db.close()
    },
  }
}

/** Carries a result out of a transaction that is rolled back because it had nothing to do. */
class NothingChanged extends Error {
  readonly result: unknown

  constructor(result: unknown) {
    super('nothing changed')
    this.result = result
  }
}
