import { z } from 'zod'
import { id, instant, offset, weight } from '../model/schemas.ts'
import { procedure } from './base.ts'

export const coding = z.object({
  id,
  documentId: id,
  codeId: id,
  coderId: id,
  /** UTF-16 units in the document's text, half-open. */
  start: offset,
  end: offset,
  weight,
  comment: z.string(),
  createdAt: instant,
  /** Memos written on it. */
  memos: z.number().int(),
})
export type Coding = z.infer<typeof coding>

/** The codings of one document in few words: see shared/model/packedCodings.ts. */
export const packedCodings = z.object({ documentId: id, codeIds: z.array(id), coderIds: z.array(id), rows: z.string() })
export type PackedCodings = z.infer<typeof packedCodings>

/** A coded passage with its surroundings: the evidence behind every number. */
export const segment = coding.extend({
  documentName: z.string(),
  text: z.string(),
  /** Up to about 120 characters before and after, within neighbouring turns, cut at word boundaries. */
  before: z.string(),
  after: z.string(),
  speaker: z.string().nullable(),
  startMs: z.number().int().nullable(),
  /** Names of the cases that the passage belongs to (see shared/model/attribution.ts). */
  cases: z.array(z.string()),
  coderName: z.string(),
})
export type Segment = z.infer<typeof segment>

/** Which codings: every part that is given must hold. */
export const codingFilter = z.object({
  documentIds: z.array(id).optional(),
  codeIds: z.array(id).optional(),
  coderIds: z.array(id).optional(),
  caseIds: z.array(id).optional(),
  codingIds: z.array(id).optional(),
  /** Only codings that share a character with a coding of this code by the same coder. */
  overlappingCodeId: id.optional(),
})
export type CodingFilter = z.infer<typeof codingFilter>

const newCoding = z.object({
  documentId: id,
  codeId: id,
  start: offset,
  end: offset,
  coderId: id.optional(),
  weight: weight.optional(),
  comment: z.string().optional(),
})

export const codings = {
  /** The codings of one document, by start, then end. */
  ofDocument: procedure.input(z.object({ documentId: id })).output(z.array(coding)),
  /** The same for a page that shows them all at once: 20,000 in a fifth of the time. */
  ofDocumentPacked: procedure.input(z.object({ documentId: id })).output(packedCodings),
  /** Passages with context, by document order and start; `limit` and `offset` page through them, `total` counts all. */
  segments: procedure
    .input(z.object({ filter: codingFilter, limit: z.number().int().min(1).max(1000).default(200), offset: z.number().int().default(0) }))
    .output(z.object({ total: z.number().int(), documents: z.number().int(), segments: z.array(segment) })),
  /**
   * Adds codings in one transaction. An exact duplicate (document, code, coder, range) is skipped. With `merge` (the way of the
   * interface) a coding that overlaps or touches one of the same code and coder grows it instead. `ids` says for each coding that was
   * asked for, in its order, which coding now holds it.
   */
  add: procedure
    .input(z.object({ codings: z.array(newCoding), merge: z.boolean().default(true) }))
    .output(z.object({ added: z.number(), skipped: z.number(), merged: z.number(), ids: z.array(id) })),
  remove: procedure.input(z.object({ ids: z.array(id), coderId: id.optional() })).output(z.void()),
  /** Gives codings another code; one that then overlaps or touches one of that code and coder joins it. */
  recode: procedure.input(z.object({ ids: z.array(id), codeId: id, coderId: id.optional() })).output(z.void()),
  /** A range that is drawn over or up to another coding of the same code and coder takes that one in. */
  update: procedure
    .input(
      z.object({
        id,
        start: offset.optional(),
        end: offset.optional(),
        weight: weight.optional(),
        comment: z.string().optional(),
        coderId: id.optional(),
      }),
    )
    .output(z.void()),
}
