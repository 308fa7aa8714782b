import { z } from 'zod'
import { id, instant } from '../model/schemas.ts'
import { procedure } from './base.ts'

/** What a memo is written on. */
export const memoTarget = z.discriminatedUnion('on', [
  z.object({ on: z.literal('project') }),
  z.object({ on: z.literal('document'), id }),
  z.object({ on: z.literal('code'), id }),
  z.object({ on: z.literal('coding'), id }),
  z.object({ on: z.literal('case'), id }),
  z.object({ on: z.literal('theme'), id }),
])
export type MemoTarget = z.infer<typeof memoTarget>

export const memo = z.object({
  id,
  target: memoTarget,
  /** The target's name, or the coded passage's beginning. */
  targetName: z.string(),
  title: z.string(),
  text: z.string(),
  coderId: id,
  createdAt: instant,
  modifiedAt: instant,
})
export type Memo = z.infer<typeof memo>

export const memos = {
  /** Newest first; with a target only its own. */
  list: procedure.input(z.object({ target: memoTarget.optional() })).output(z.array(memo)),
  create: procedure
    .input(z.object({ target: memoTarget, title: z.string().default(''), text: z.string().default(''), coderId: id.optional() }))
    .output(memo),
  update: procedure
    .input(z.object({ id, title: z.string().optional(), text: z.string().optional(), joins: z.boolean().default(false), coderId: id.optional() }))
    .output(z.void()),
  remove: procedure.input(z.object({ id })).output(z.void()),
}
