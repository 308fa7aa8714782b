import { codePath } from '#shared/model/codeTree.ts'
import { pathText } from '../naming.ts'
import { reading } from '../opening.ts'
import { print, tableOf } from '../output.ts'
import { type CooccurrenceOptions, type CrosstabOptions, cooccurrenceAsked, crosstabAsked } from '../questions.ts'

type Json = { json?: true }

export async function cooccurrence(file: string, options: Json & CooccurrenceOptions): Promise<void> {
  const shown = await reading(file, async (opened) => {
    const question = await cooccurrenceAsked(opened, options)
    const { measure, codeIds, values, totals, flags } = await opened.client.analysis.cooccurrence(question)
    const list = await opened.client.codebook.list()
    const codes = codeIds.map((id) => codePath(list, id))
    return { kind: 'cooccurrence', unit: options.unit, measure, codes, values, totals, flags }
  })
  print(options, shown, ({ codes, values }) =>
    tableOf(
      ['', 'code', ...codes.map((_, column) => String(column + 1))],
      codes.map((path, row) => [row + 1, pathText(path), ...values[row]!.map(rounded)]),
    ),
  )
}

export async function crosstab(file: string, options: Json & CrosstabOptions): Promise<void> {
  const shown = await reading(file, async (opened) => {
    const question = await crosstabAsked(opened, options)
    const table = await opened.client.analysis.crosstab(question)
    const codes = await opened.client.codebook.list()
    return {
      kind: 'crosstab',
      measure: table.measure,
      rows: table.rows.map((row) => (question.rows === 'codes' ? codePath(codes, row.id) : row.name)),
      // Null: what has no case, no speaker or no value.
      columns: table.columns.map((column) => (column.missing ? null : column.name)),
      values: table.values,
      // Tests of a crosstab come with the queries; until then they are not defined.
      chi2: null,
      df: null,
      p: null,
      residuals: null,
    }
  })
  print(options, shown, ({ rows, columns, values }) =>
    tableOf(
      ['', ...columns.map((name) => name ?? '(none)')],
      rows.map((row, index) => [typeof row === 'string' ? row : pathText(row), ...values[index]!]),
    ),
  )
}

function rounded(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10_000) / 10_000
}
