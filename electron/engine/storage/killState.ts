import type { Project } from './project.ts'

/** What kill.test.ts compares: the entries that are done, in order, and how much they have left behind. */
export type State = { done: number[]; documents: number; turns: number; codings: number }

export function stateOf({ db }: Project): State {
  const count = (table: string) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number
  return {
    done: db.prepare(`SELECT id FROM journal_entry WHERE state = 'done' ORDER BY id`).pluck().all() as number[],
    documents: count('document'),
    turns: count('turn'),
    codings: count('coding'),
  }
}
