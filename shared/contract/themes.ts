import { z } from 'zod'
import { color, id } from '../model/schemas.ts'
import { procedure } from './base.ts'

export const theme = z.object({
  id,
  name: z.string(),
  /** What the theme says, in a sentence or two: its central claim. */
  claim: z.string(),
  color,
  position: z.number(),
  codeIds: z.array(id),
  /**
   * Codings of its codes and of all codes below them (codesOfTheme in shared/model/codeTree.ts), each counted once, and the documents and
   * cases (shared/model/attribution.ts) they stand in.
   */
  codings: z.number().int(),
  documents: z.number().int(),
  cases: z.number().int(),
})
export type Theme = z.infer<typeof theme>

export const themes = {
  list: procedure.output(z.array(theme)),
  create: procedure
    .input(z.object({ name: z.string(), claim: z.string().default(''), codeIds: z.array(id).default([]), coderId: id.optional() }))
    .output(theme),
  update: procedure
    .input(z.object({ id, name: z.string().optional(), claim: z.string().optional(), color: color.optional(), coderId: id.optional() }))
    .output(z.void()),
  move: procedure.input(z.object({ id, beforeId: id.nullable() })).output(z.void()),
  addCodes: procedure.input(z.object({ themeId: id, codeIds: z.array(id), coderId: id.optional() })).output(z.void()),
  removeCode: procedure.input(z.object({ themeId: id, codeId: id, coderId: id.optional() })).output(z.void()),
  remove: procedure.input(z.object({ id, coderId: id.optional() })).output(z.void()),
}
