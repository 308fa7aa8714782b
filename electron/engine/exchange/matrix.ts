import type { CooccurrenceMatrix, CooccurrenceQuestion } from '#shared/contract/analysis.ts'
import type { Table } from './table.ts'
import type { Words } from './words.ts'

/** The whole square matrix, headings by code path, with the total of each code at the end. Empty cells: not defined. */
export function matrixTable(matrix: CooccurrenceMatrix, paths: ReadonlyMap<string, string>, words: Words): Table {
  const names = matrix.codeIds.map((id) => paths.get(id)!)
  return {
    name: words.cooccurrence,
    columns: [
      { heading: words.code, width: 40, wraps: true },
      ...names.map((heading) => ({ heading, width: 9, upright: true })),
      { heading: words.total, width: 9 },
    ],
    rows: matrix.values.map((row, index) => [names[index]!, ...row, matrix.totals[index]!]),
  }
}

/** What the figures mean, in sentences. */
export function definitionOf(question: CooccurrenceQuestion, matrix: CooccurrenceMatrix, words: Words): string[] {
  const counted = question.unit === 'overlap' && question.near !== undefined ? words.near(question.near) : words.cooccurrenceUnits[question.unit]
  const isFiltered = question.coderIds !== undefined || question.documentIds !== undefined || question.caseIds !== undefined
  return [
    counted,
    words.cooccurrenceMeasures[question.measure],
    ...(question.rollUp ? [words.rollUp] : []),
    ...(isFiltered ? [words.filtered] : []),
    words.scope(matrix.codings, matrix.documents),
  ]
}

/** Sentences as a sheet of their own, so that the figures beside stay a plain table. */
export function definitionTable(sentences: readonly string[], words: Words): Table {
  return {
    name: words.definitionSheet,
    columns: [{ heading: words.definitionSheet, width: 110, wraps: true }],
    rows: sentences.map((line) => [line]),
  }
}
