import { z } from 'zod'
import { color, id } from '../model/schemas.ts'
import { procedure } from './base.ts'

export const coder = z.object({ id, name: z.string(), color, codings: z.number().int() })
export type Coder = z.infer<typeof coder>

export const coders = {
  list: procedure.output(z.array(coder)),
  /** Who acts in this window when a call names nobody: at first the computer's user name. */
  current: procedure.output(coder),
  setCurrent: procedure.input(z.object({ id })).output(z.void()),
  create: procedure.input(z.object({ name: z.string() })).output(coder),
  rename: procedure.input(z.object({ id, name: z.string() })).output(z.void()),
}
