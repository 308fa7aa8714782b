import { z } from 'zod'
import { id, instant } from '../model/schemas.ts'
import { procedure } from './base.ts'

/** What was done: a kind, such as `coding.add`, and what fills its sentence (names as they were, counts). */
export const action = z.object({ kind: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) })
export type Action = z.infer<typeof action>

export const journalEntry = z.object({
  id: z.number().int(),
  at: instant,
  coderId: id.nullable(),
  coderName: z.string(),
  action,
  /** `done`, `undone` (can be redone) or `left` (undone, then another change was made). */
  state: z.enum(['done', 'undone', 'left']),
})
export type JournalEntry = z.infer<typeof journalEntry>

export const history = {
  /** What the next undo and redo would do. */
  status: procedure.output(z.object({ undo: journalEntry.nullable(), redo: journalEntry.nullable() })),
  /** Newest first. */
  list: procedure
    .input(z.object({ limit: z.number().int().min(1).max(1000).default(200), beforeId: z.number().int().optional() }))
    .output(z.array(journalEntry)),
  undo: procedure.output(journalEntry),
  redo: procedure.output(journalEntry),
}
