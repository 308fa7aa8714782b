import { z } from 'zod'
import { color, id } from '../model/schemas.ts'
import { procedure } from './base.ts'

export const code = z.object({
  id,
  parentId: id.nullable(),
  /** Order among its siblings, ascending. */
  position: z.number(),
  name: z.string(),
  color,
  /** False: a category that only gathers other codes. */
  codable: z.boolean(),
  definition: z.string(),
  whenToUse: z.string(),
  whenNotToUse: z.string(),
  example: z.string(),
  /** Codings of this code itself, all coders. */
  codings: z.number().int(),
  /** Documents in which it is used. */
  documents: z.number().int(),
})
export type Code = z.infer<typeof code>

export const codeFields = z.object({
  name: z.string(),
  color,
  codable: z.boolean(),
  definition: z.string(),
  whenToUse: z.string(),
  whenNotToUse: z.string(),
  example: z.string(),
})

export const codebook = {
  /** All codes in tree order: parents before their children, siblings by position. */
  list: procedure.output(z.array(code)),
  /** Without a colour the code takes the next hue of the palette that is least used. Sibling names are unique. */
  create: procedure
    .input(codeFields.partial().extend({ name: z.string(), parentId: id.nullable().default(null), coderId: id.optional() }))
    .output(code),
  update: procedure.input(z.object({ id, fields: codeFields.partial(), coderId: id.optional() })).output(z.void()),
  /** Moves codes below another (null: the top), before the sibling `beforeId` or at the end. Refuses a cycle. */
  move: procedure
    .input(z.object({ ids: z.array(id), parentId: id.nullable(), beforeId: id.nullable().default(null), coderId: id.optional() }))
    .output(z.void()),
  /** The codings, memos, children and theme places of `ids` become those of `intoId`; codings that touch the same span of one coder join. */
  merge: procedure.input(z.object({ ids: z.array(id), intoId: id, coderId: id.optional() })).output(z.void()),
  /** Removes codes with all below them and their codings; undoable like all else. */
  remove: procedure.input(z.object({ ids: z.array(id), coderId: id.optional() })).output(z.object({ codes: z.number(), codings: z.number() })),
}
