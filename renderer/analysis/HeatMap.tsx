import { useLingui } from '@lingui/react/macro'
import { type CSSProperties, type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { formatCount } from '#renderer/i18n/index.ts'
import type { CooccurrenceMatrix } from '#shared/contract/analysis.ts'
import type { Code } from '#shared/contract/codebook.ts'
import styles from './HeatMap.module.css'
import type { Order } from './order.ts'

type Place = { row: number; column: number }

/**
 * The lower half of the matrix as a grid: one tab stop, arrows go from cell to cell, Enter or a click opens the cell's evidence.
 * `rows` are indexes into the matrix, in the order shown.
 */
export function HeatMap({
  matrix,
  rows,
  codes,
  chosen,
  onChoose,
  onSort,
}: {
  matrix: CooccurrenceMatrix
  rows: readonly number[]
  codes: ReadonlyMap<string, Code>
  chosen: { a: string; b: string } | null
  onChoose: (a: string, b: string) => void
  onSort: (order: Order) => void
}) {
  const { t, i18n } = useLingui()
  const grid = useRef<HTMLTableElement>(null)
  const [at, setAt] = useState<Place>({ row: 1, column: 0 })
  const strongest = useMemo(() => {
    let most = 0
    for (const a of rows) for (const b of rows) if (a !== b) most = Math.max(most, matrix.values[a]![b] ?? 0)
    return most
  }, [matrix, rows])
  const flags = useMemo(
    () => new Map(matrix.flags.map(({ row, column, flag }) => [`${Math.min(row, column)} ${Math.max(row, column)}`, flag])),
    [matrix],
  )
  const figures = useMemo(
    () => new Intl.NumberFormat(i18n.locale, matrix.measure === 'count' ? {} : { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
    [i18n.locale, matrix.measure],
  )

  const nameOf = (index: number) => codes.get(matrix.codeIds[index]!)?.name ?? ''
  const colorOf = (index: number) => codes.get(matrix.codeIds[index]!)?.color ?? 'transparent'
  const focusCell = (place: Place) => {
    setAt(place)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${place.row}-${place.column}"]`)?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, { row, column }: Place) => {
    const last = rows.length - 1
    const steps: Record<string, Place | undefined> = {
      ArrowUp: { row: row - 1, column: Math.min(column, row - 1) },
      ArrowDown: { row: row + 1, column },
      ArrowLeft: { row, column: column - 1 },
      ArrowRight: { row, column: column + 1 },
      Home: { row, column: 0 },
      End: { row, column: row },
      PageUp: { row: column, column },
      PageDown: { row: last, column },
    }
    const next = steps[event.key]
    if (!next) return
    event.preventDefault()
    if (next.row >= 0 && next.row <= last && next.column >= 0 && next.column <= next.row) focusCell(next)
  }

  const current = at.row < rows.length && at.column <= at.row ? at : { row: 0, column: 0 }
  const cellOf = (a: number, b: number): CellContent => {
    const self = a === b
    const value = matrix.values[a]![b] ?? null
    const flag = flags.get(`${Math.min(a, b)} ${Math.max(a, b)}`)
    const figure = value === null ? t`not defined` : figures.format(value)
    return {
      self,
      text: self ? formatCount(matrix.totals[a]!) : value === null ? '–' : value === 0 ? '' : figure,
      label: self ? t`${nameOf(a)}: ${matrix.totals[a]!} in all` : t`${nameOf(a)} with ${nameOf(b)}: ${figure}`,
      share: !self && value !== null && strongest > 0 ? Math.min(1, value / strongest) : 0,
      chosen: chosen !== null && chosen.a === matrix.codeIds[a] && chosen.b === matrix.codeIds[b],
      flag:
        self || value === 0 || !flag
          ? null
          : flag === 'out-of-range'
            ? { text: '!', label: t`Out of range: passages of one code overlap` }
            : { text: '5×', label: t`One code is more than five times as frequent as the other` },
    }
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by the keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={t`Heat map`}>
      <table ref={grid} className={styles.grid}>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <button type="button" className={styles.sort} onClick={() => onSort('name')}>
                {t`Code`}
              </button>
            </th>
            {rows.map((index) => (
              <th key={index} scope="col" className={styles.column} title={nameOf(index)}>
                <span>{nameOf(index)}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((rowIndex, row) => (
            <tr key={rowIndex}>
              <th scope="row" className={styles.name} title={nameOf(rowIndex)}>
                <span className={styles.words}>{nameOf(rowIndex)}</span>
                <span className={styles.dot} style={{ background: colorOf(rowIndex) }} />
              </th>
              {rows.slice(0, row + 1).map((columnIndex, column) => (
                <Cell
                  key={columnIndex}
                  cell={cellOf(rowIndex, columnIndex)}
                  place={{ row, column }}
                  current={current.row === row && current.column === column}
                  onFocus={setAt}
                  onKeyDown={onKeyDown}
                  onChoose={() => onChoose(matrix.codeIds[rowIndex]!, matrix.codeIds[columnIndex]!)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

type CellContent = { text: string; label: string; share: number; self: boolean; chosen: boolean; flag: { text: string; label: string } | null }

/** One cell: a button that opens its evidence; on the diagonal a figure that does nothing. */
function Cell({
  cell: { text, label, share, self, chosen, flag },
  place,
  current,
  onFocus,
  onKeyDown,
  onChoose,
}: {
  cell: CellContent
  place: Place
  /** The one cell that Tab reaches. */
  current: boolean
  onFocus: (place: Place) => void
  onKeyDown: (event: KeyboardEvent, place: Place) => void
  onChoose: () => void
}) {
  return (
    <td
      className={styles.cell}
      data-self={self || undefined}
      data-chosen={chosen || undefined}
      data-empty={share === 0 || undefined}
      style={{ '--share': share } as CSSProperties}
    >
      <button
        type="button"
        data-cell={`${place.row}-${place.column}`}
        tabIndex={current ? 0 : -1}
        aria-disabled={self || undefined}
        aria-pressed={self ? undefined : chosen}
        aria-label={label}
        onFocus={() => onFocus(place)}
        onKeyDown={(event) => onKeyDown(event, place)}
        onClick={() => !self && onChoose()}
      >
        {text}
        {flag && (
          <span className={styles.flag} title={flag.label}>
            {flag.text}
          </span>
        )}
      </button>
    </td>
  )
}
