import { Problem } from '#shared/model/problem.ts'

/** A row of a table by its headings, with the line that it begins on. */
export type CsvRow = { line: number; cells: Record<string, string> }

/**
 * Reads CSV after RFC 4180 (BOM, CRLF or LF, quoted cells); the first row names the columns, in any order and letter case. Refuses with
 * table-bad a table that lacks a column, a row of another length and a quote that does not end.
 */
export function readTable(file: string, csv: string, required: readonly string[]): CsvRow[] {
  const [head, ...rows] = cellsOf(file, csv.replace(/^\ufeff/u, ''))
  const headings = (head?.cells ?? []).map((cell) => cell.trim().toLowerCase())
  const missing = required.find((name) => !headings.includes(name))
  if (missing !== undefined) throw new Problem('table-bad', { file, line: 1, reason: `the column "${missing}" is missing` })
  return rows
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ line, cells }) => {
      if (cells.length !== headings.length) {
        throw new Problem('table-bad', { file, line, reason: `${cells.length} cells under ${headings.length} headings` })
      }
      return { line, cells: Object.fromEntries(headings.map((heading, column) => [heading, cells[column]!])) }
    })
}

function cellsOf(file: string, csv: string): { line: number; cells: string[] }[] {
  const rows: { line: number; cells: string[] }[] = []
  const cell = /("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r\n|\n|\r|$)/uy
  let line = 1
  let cells: string[] = []
  let begun = line
  while (cell.lastIndex < csv.length || cells.length > 0) {
    const at = cell.lastIndex
    const found = cell.exec(csv)
    if (!found) throw new Problem('table-bad', { file, line, reason: `quotes are not in order near "${csv.slice(at, at + 20)}"` })
    const [, content, end] = found as unknown as [string, string, string]
    cells.push(content.startsWith('"') ? content.slice(1, -1).replaceAll('""', '"') : content)
    line += (content.match(/\r\n|\n|\r/gu) ?? []).length
    if (end === ',') continue
    rows.push({ line: begun, cells })
    cells = []
    line++
    begun = line
  }
  return rows
}
