import { z } from 'zod'
import { cooccurrenceQuestion, crosstabQuestion } from './analysis.ts'
import { procedure } from './base.ts'
import { codingFilter } from './codings.ts'

export const exportRequest = z.discriminatedUnion('what', [
  z.object({ what: z.literal('codebook'), format: z.enum(['docx', 'xlsx', 'csv', 'md']) }),
  z.object({ what: z.literal('codings'), format: z.enum(['xlsx', 'csv']), filter: codingFilter.default({}) }),
  z.object({ what: z.literal('matrix'), format: z.enum(['xlsx', 'csv', 'svg']), question: cooccurrenceQuestion }),
  z.object({
    what: z.literal('themes'),
    format: z.enum(['xlsx', 'csv']),
    question: crosstabQuestion,
    /** `extracts` fills the cells with the passages themselves. */
    cells: z.enum(['counts', 'extracts']).default('counts'),
  }),
])
export type ExportRequest = z.infer<typeof exportRequest>

export const exchange = {
  /** The finished file; the page saves it through the host's own dialog or download. `language` names headings and definitions. */
  export: procedure.input(z.object({ request: exportRequest, language: z.enum(['en', 'zh-Hans']).default('en') })).output(z.file()),
}
