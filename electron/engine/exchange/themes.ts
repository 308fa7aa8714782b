import type { Crosstab, CrosstabQuestion } from '#shared/contract/analysis.ts'
import type { Segment } from '#shared/contract/codings.ts'
import type { Table } from './table.ts'
import type { Words } from './words.ts'

/** Rows by columns with totals. */
export function countsTable(table: Crosstab, question: CrosstabQuestion, words: Words): Table {
  return {
    name: titleOf(question, words),
    columns: [
      rowHeading(question, words),
      ...columnNames(table, words).map((heading) => ({ heading, width: 12 })),
      { heading: words.total, width: 10 },
    ],
    rows: [
      ...table.rows.map((row, index) => [row.name, ...table.values[index]!, table.rowTotals[index]!]),
      [words.total, ...table.columnTotals, null],
    ],
  }
}

/** Rows by columns, in each cell its passages. */
export function extractsTable(table: Crosstab, question: CrosstabQuestion, segments: readonly (readonly Segment[])[][], words: Words): Table {
  return {
    name: titleOf(question, words),
    columns: [rowHeading(question, words), ...columnNames(table, words).map((heading) => ({ heading, width: 60, wraps: true }))],
    rows: table.rows.map((row, index) => [row.name, ...segments[index]!.map((cell) => cell.map(extract).join('\n\n'))]),
  }
}

export function crosstabDefinition(question: CrosstabQuestion, cells: 'counts' | 'extracts', words: Words): string[] {
  if (cells === 'extracts') return [words.extracts]
  return [words.crosstabMeasures[question.measure], words.crosstabTotals]
}

export function titleOf(question: CrosstabQuestion, words: Words): string {
  return question.rows === 'themes' ? words.themeMatrix : words.codeMatrix
}

function rowHeading(question: CrosstabQuestion, words: Words) {
  return { heading: question.rows === 'themes' ? words.theme : words.code, width: 36, wraps: true }
}

function columnNames(table: Crosstab, words: Words): string[] {
  return table.columns.map((column) => (column.missing ? words.missing : column.name))
}

function extract({ text, documentName, speaker }: Segment): string {
  return `“${text}” (${speaker === null ? documentName : `${documentName}, ${speaker}`})`
}
