import {
  type CooccurrenceQuestion,
  type CrosstabQuestion,
  cooccurrenceMeasures,
  cooccurrenceQuestion,
  crosstabQuestion,
} from '#shared/contract/analysis.ts'
import { choice, named } from './naming.ts'
import type { Opened } from './opening.ts'
import { Usage } from './refusals.ts'

export type CooccurrenceOptions = { unit: string; measure?: string; rollUp?: true; coder?: string[] }
export type CrosstabOptions = { rows?: string; columns: string; measure?: string; coder?: string[] }

/** A co-occurrence question as the options put it; `near:N` counts overlaps and pairs at most N characters apart. */
export async function cooccurrenceAsked({ client }: Opened, options: CooccurrenceOptions): Promise<CooccurrenceQuestion> {
  const near = /^near:(\d+)$/u.exec(options.unit)
  const unit = near ? 'overlap' : choice('unit', options.unit, ['overlap', 'near:N', 'turn', 'paragraph', 'document'])
  if (unit === 'near:N') throw new Usage('--unit near:N needs a number of characters, such as near:100')
  const measure = choice('measure', options.measure ?? 'count', cooccurrenceMeasures)
  if (near && measure === 'jaccard')
    throw new Usage('jaccard compares shared characters, which codings at a distance do not have; use --unit overlap')
  return cooccurrenceQuestion.parse({
    unit,
    measure,
    rollUp: options.rollUp === true,
    ...(near ? { near: Number(near[1]) } : {}),
    ...(await coderFilter(client, options.coder)),
  })
}

export async function crosstabAsked({ client }: Opened, options: CrosstabOptions): Promise<CrosstabQuestion> {
  const variable = /^variable:(.+)$/su.exec(options.columns)
  const columns = variable
    ? { by: 'variable' as const, variableId: named('variable', (await client.cases.list()).variables, variable[1]!).id }
    : { by: choice('columns', options.columns, ['document', 'case', 'coder', 'speaker']) }
  return crosstabQuestion.parse({
    rows: choice('rows', options.rows ?? 'codes', ['codes', 'themes']),
    columns,
    measure: choice('measure', options.measure ?? 'codings', ['codings', 'documents', 'cases', 'characters']),
    ...(await coderFilter(client, options.coder)),
  })
}

/** Coders by name, as a filter takes them. */
export async function coderFilter(client: Opened['client'], names: string[] | undefined): Promise<{ coderIds?: string[] }> {
  if (!names) return {}
  const coders = await client.coders.list()
  return { coderIds: names.map((name) => named('coder', coders, name).id) }
}
