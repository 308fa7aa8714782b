import { z } from 'zod'
import { id } from '../model/schemas.ts'
import { procedure } from './base.ts'

export const variable = z.object({
  id,
  name: z.string(),
  type: z.enum(['text', 'number', 'date', 'category']),
  /** The ordered categories of a `category`; empty otherwise. */
  categories: z.array(z.string()),
})
export type Variable = z.infer<typeof variable>

export const studyCase = z.object({
  id,
  name: z.string(),
  /** By variable id; as text (numbers in JavaScript's notation, dates as YYYY-MM-DD). A missing value is absent. */
  values: z.record(z.string(), z.string()),
  documentIds: z.array(id),
  speakerIds: z.array(id),
})
export type StudyCase = z.infer<typeof studyCase>

export const cases = {
  list: procedure.output(z.object({ variables: z.array(variable), cases: z.array(studyCase) })),
  create: procedure.input(z.object({ name: z.string(), documentIds: z.array(id).default([]) })).output(studyCase),
  rename: procedure.input(z.object({ id, name: z.string() })).output(z.void()),
  remove: procedure.input(z.object({ ids: z.array(id) })).output(z.void()),
  linkDocument: procedure.input(z.object({ caseId: id, documentId: id, linked: z.boolean() })).output(z.void()),
  linkSpeaker: procedure.input(z.object({ caseId: id.nullable(), speakerId: id })).output(z.void()),
  createVariable: procedure
    .input(z.object({ name: z.string(), type: variable.shape.type, categories: z.array(z.string()).default([]) }))
    .output(variable),
  /** One category with another name at its old place is renamed in all cases; values of categories that are gone go with them. */
  updateVariable: procedure.input(z.object({ id, name: z.string().optional(), categories: z.array(z.string()).optional() })).output(z.void()),
  removeVariable: procedure.input(z.object({ id })).output(z.void()),
  /** An empty value removes it; a category that is new is added to the variable's list. */
  setValue: procedure.input(z.object({ caseId: id, variableId: id, value: z.string() })).output(z.void()),
}
