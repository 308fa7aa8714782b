import type { Crosstab, CrosstabQuestion } from '#shared/contract/analysis.ts'
import type { Passage } from './passages.ts'
import { groupBy, mergeOverlapping, totalLength } from './spans.ts'

/** A row with the codes whose codings it counts; a theme's are its own and all below them. */
export type CrosstabRow = { id: string; name: string; color: string; codeIds: ReadonlySet<string> }
export type CrosstabColumn = { key: string; name: string }

/** Key of the column for what has no case, no speaker or no value. */
export const missingKey = ''

type ShownColumn = Crosstab['columns'][number]

/** Passages by row and column, and all of each row and each column once. */
export type Sorted = { columns: ShownColumn[]; cells: Passage[][][]; inRow: Passage[][]; inColumn: Passage[][] }

/** `keysOf` names every column that a passage belongs to; none: the column `missing`, shown only where something is in it. */
export function sortedInto(
  rows: readonly CrosstabRow[],
  columns: readonly CrosstabColumn[],
  passages: readonly Passage[],
  keysOf: (passage: Passage) => readonly string[],
): Sorted {
  const rowsOf = rowsByCode(rows)
  const counted = passages.filter((passage) => rowsOf.has(passage.codeId))
  const hasMissing = counted.some((passage) => keysOf(passage).length === 0)
  const shown = [...columns.map((column) => ({ ...column, missing: false })), ...(hasMissing ? [{ key: missingKey, name: '', missing: true }] : [])]
  const columnOf = new Map(shown.map((column, index) => [column.key, index]))
  const sorted: Sorted = { columns: shown, cells: rows.map(() => shown.map(() => [])), inRow: rows.map(() => []), inColumn: shown.map(() => []) }
  for (const passage of counted) {
    const keys = keysOf(passage)
    const indexes = (keys.length === 0 ? [missingKey] : keys).flatMap((key) => columnOf.get(key) ?? [])
    for (const column of indexes) sorted.inColumn[column]!.push(passage)
    for (const row of rowsOf.get(passage.codeId)!) {
      sorted.inRow[row]!.push(passage)
      for (const column of indexes) sorted.cells[row]![column]!.push(passage)
    }
  }
  return sorted
}

/**
 * Rows by columns. A coding, document, case or character counts once in a cell, once in its row's total and once in its column's total,
 * so a total may be smaller than the sum of its cells.
 */
export function crosstabOf(
  measure: CrosstabQuestion['measure'],
  rows: readonly CrosstabRow[],
  { columns, cells, inRow, inColumn }: Sorted,
  casesOf: (passage: Passage) => readonly string[],
): Crosstab {
  const figure = (held: readonly Passage[]) => measured(measure, held, casesOf)
  return {
    rows: rows.map(({ id, name, color }) => ({ id, name, color })),
    columns,
    measure,
    values: cells.map((row) => row.map(figure)),
    rowTotals: inRow.map(figure),
    columnTotals: inColumn.map(figure),
  }
}

/** The codings of one cell, in the order of the passages. */
export function cellOf(row: CrosstabRow, columnKey: string, passages: readonly Passage[], keysOf: (passage: Passage) => readonly string[]): string[] {
  const holds = (keys: readonly string[]) => (columnKey === missingKey ? keys.length === 0 : keys.includes(columnKey))
  return passages.filter((passage) => row.codeIds.has(passage.codeId) && holds(keysOf(passage))).map((passage) => passage.id)
}

function rowsByCode(rows: readonly CrosstabRow[]): Map<string, number[]> {
  const byCode = new Map<string, number[]>()
  rows.forEach((row, index) => {
    for (const codeId of row.codeIds) byCode.set(codeId, [...(byCode.get(codeId) ?? []), index])
  })
  return byCode
}

/** `characters`: code points that carry at least one of the codings, whoever made it. */
function measured(measure: CrosstabQuestion['measure'], passages: readonly Passage[], casesOf: (passage: Passage) => readonly string[]): number {
  switch (measure) {
    case 'codings':
      return passages.length
    case 'documents':
      return new Set(passages.map((passage) => passage.documentId)).size
    case 'cases':
      return new Set(passages.flatMap(casesOf)).size
    case 'characters':
      return [...groupBy(passages, (passage) => passage.documentId).values()]
        .map((own) => totalLength(mergeOverlapping(own)))
        .reduce((sum, length) => sum + length, 0)
  }
}
