import { z } from 'zod'

/** Ids are UUIDs so that projects can be merged. */
export const id = z.string().min(1).max(64)

/** A position in a document's text: UTF-16 code units from its start, turns joined by one LF. */
export const offset = z.number().int().nonnegative()

/** Half-open range [start, end) in a document's text, UTF-16 code units. */
export const range = z.object({ start: offset, end: offset })

/** `#rrggbb`, lower case. */
export const color = z.string().regex(/^#[0-9a-f]{6}$/)

/** ISO 8601 in UTC. */
export const instant = z.string()

export const documentKinds = ['interview', 'focus-group', 'field-notes', 'survey-answers', 'report', 'other'] as const
export const documentKind = z.enum(documentKinds)
export type DocumentKind = z.infer<typeof documentKind>

/** Weight of a coding, 0 to 100; null where the coder gave none. */
export const weight = z.number().int().min(0).max(100).nullable()

/** A long run's state, sent as it goes: `done` of `total`, and what it is busy with. */
export const progress = z.object({ done: z.number(), total: z.number(), label: z.string() })
export type Progress = z.infer<typeof progress>
