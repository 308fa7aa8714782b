import type { CellObject, Row, Sheet } from 'write-excel-file/node'
import writeExcelFile from 'write-excel-file/node'
import { type Cell, type Column, type Table, xmlSafe } from './table.ts'

/** The most characters (UTF-16 units) that a cell of a spreadsheet can hold. */
export const cellLimit = 32_767

/** A workbook with one sheet a table; headings bold and kept in sight. `cut` says how many characters a cell had no room for. */
export async function xlsxOf(tables: readonly Table[], cut: (characters: number) => string): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = uniqueNames(tables).map((table) => sheetOf(table, cut))
  return new Uint8Array(await writeExcelFile(sheets).toBuffer())
}

function sheetOf(table: Table, cut: (characters: number) => string): Sheet<never> {
  const headings: Row = table.columns.map(
    ({ heading, upright }): CellObject => ({
      value: fitting(heading, cut),
      type: String,
      fontWeight: 'bold',
      backgroundColor: '#eeece6',
      wrap: true,
      alignVertical: 'bottom',
      ...(upright ? { textRotation: 60 } : {}),
    }),
  )
  return {
    sheet: table.name,
    data: [headings, ...table.rows.map((row) => row.map((cell, index) => cellOf(cell, table.columns[index]!, cut)))],
    columns: table.columns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
    stickyColumnsCount: table.frozenColumns ?? 1,
  }
}

function cellOf(cell: Cell, column: Column, cut: (characters: number) => string): CellObject | null {
  if (cell === null || cell === '') return null
  if (typeof cell === 'number') return { value: cell, type: Number, alignVertical: 'top' }
  const looks = column.swatch && /^#[0-9a-f]{6}$/u.test(cell) ? { backgroundColor: cell } : {}
  // Typed as text, so that nothing in it is ever a formula.
  return { value: fitting(cell, cut), type: String, alignVertical: 'top', wrap: column.wraps === true, ...looks }
}

/** Text that a cell can hold: what is too long is cut, and the cell says so at its end. */
export function fitting(text: string, cut: (characters: number) => string): string {
  const safe = xmlSafe(text)
  if (safe.length <= cellLimit) return safe
  const room = cellLimit - 60
  const kept = xmlSafe(safe.slice(0, room)).replace(/\ufffd$/u, '')
  return `${kept} ${cut(safe.length - kept.length)}`
}

/** Sheet names as spreadsheets allow them: at most 31 characters, none of []:*?/\\, no two alike. */
function uniqueNames(tables: readonly Table[]): Table[] {
  const used = new Set<string>()
  return tables.map((table) => {
    const plain =
      table.name
        .replace(/[[\]:*?/\\]/gu, ' ')
        .slice(0, 28)
        .toWellFormed()
        .trim() || 'Sheet'
    let name = plain
    for (let number = 2; used.has(name.toLowerCase()); number++) name = `${plain} ${number}`
    used.add(name.toLowerCase())
    return { ...table, name }
  })
}
