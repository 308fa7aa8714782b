import { type Cell, looksLikeFormula, type Table } from './table.ts'

/**
 * A table as CSV after RFC 4180: UTF-8 with BOM (so that spreadsheets show every script), CRLF, quotes doubled. Text that a spreadsheet
 * would run as a formula is led by an apostrophe; numbers stay numbers.
 */
export function csvOf(table: Table): string {
  const lines = [table.columns.map(({ heading }) => heading), ...table.rows].map((row) => row.map(csvCell).join(','))
  return `\ufeff${lines.join('\r\n')}\r\n`
}

export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = looksLikeFormula(cell) ? `'${cell}` : cell
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
