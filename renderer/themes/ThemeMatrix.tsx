import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Download, X } from 'lucide-react'
import { type CSSProperties, useMemo, useState } from 'react'
import { EvidenceCard, runsOfOne } from '#renderer/analysis/index.ts'
import { useConnection } from '#renderer/connection/api.ts'
import { ThemeItems, useExport } from '#renderer/exchange/index.ts'
import { formatCount } from '#renderer/i18n/index.ts'
import { Button, EmptyState, IconButton, Menu, Segmented, Select, Skeleton } from '#renderer/ui/index.ts'
import type { Crosstab, CrosstabQuestion } from '#shared/contract/analysis.ts'
import { Extracts } from './Extracts.tsx'
import styles from './ThemeMatrix.module.css'

type Cell = { rowId: string; columnKey: string }

/** Themes (or codes) by documents, cases or the values of a variable: counts, or the passages themselves. */
export function ThemeMatrix() {
  const { t } = useLingui()
  const { api } = useConnection()
  const [rows, setRows] = useState<CrosstabQuestion['rows']>('themes')
  const [by, setBy] = useState('document')
  const [measure, setMeasure] = useState<CrosstabQuestion['measure']>('codings')
  const [cells, setCells] = useState<'counts' | 'extracts'>('counts')
  const [chosen, setChosen] = useState<Cell | null>(null)
  const exporting = useExport()

  const cases = useQuery(api.cases.list.queryOptions())
  const question: CrosstabQuestion = { rows, columns: columnsFrom(by), measure }
  const answer = useQuery(api.analysis.crosstab.queryOptions({ input: question, placeholderData: keepPreviousData }))
  const table = answer.data
  const variables = cases.data?.variables ?? []

  return (
    <div className={styles.matrix}>
      <div className={styles.options} role="toolbar" aria-label={t`What is compared`}>
        <Select
          label={t`Rows`}
          value={rows}
          options={[
            { value: 'themes', label: t`Themes` },
            { value: 'codes', label: t`Codes` },
          ]}
          onValueChange={setRows}
        />
        <Select
          label={t`Columns`}
          value={by}
          options={[
            { value: 'document', label: t`Documents` },
            { value: 'case', label: t`Cases` },
            { value: 'speaker', label: t`Speakers` },
            { value: 'coder', label: t`Coders` },
            ...variables.map((variable) => ({ value: variablePrefix + variable.id, label: variable.name })),
          ]}
          onValueChange={setBy}
        />
        <Segmented
          label={t`Cells`}
          value={cells}
          options={[
            { value: 'counts', label: t`Counts` },
            { value: 'extracts', label: t`Extracts` },
          ]}
          onValueChange={setCells}
        />
        {cells === 'counts' && (
          <Select
            label={t({ message: 'Count', context: 'verb' })}
            value={measure}
            options={[
              { value: 'codings', label: t`Codings` },
              { value: 'documents', label: t`Documents` },
              { value: 'cases', label: t`Cases` },
              { value: 'characters', label: t`Characters` },
            ]}
            onValueChange={setMeasure}
          />
        )}
        <Menu
          align="end"
          trigger={
            <Button icon={<Download aria-hidden />} disabled={exporting.isPending}>
              <Trans>Export</Trans>
            </Button>
          }
        >
          <ThemeItems question={question} onChoose={exporting.mutate} />
        </Menu>
      </div>
      {!table ? (
        <Skeleton label={t`Counting…`} rows={6} />
      ) : table.rows.length === 0 || table.columns.length === 0 ? (
        <EmptyState title={<Trans>Nothing to compare yet</Trans>}>
          <Trans>The matrix needs themes (or codes) for its rows and coded passages for its columns.</Trans>
        </EmptyState>
      ) : (
        <div className={styles.body}>
          <Table table={table} question={question} extracts={cells === 'extracts'} chosen={chosen} onChoose={setChosen} />
          {chosen && <CellEvidence table={table} question={question} cell={chosen} onClose={() => setChosen(null)} />}
        </div>
      )}
    </div>
  )
}

const variablePrefix = 'variable:'

function columnsFrom(by: string): CrosstabQuestion['columns'] {
  if (by.startsWith(variablePrefix)) return { by: 'variable', variableId: by.slice(variablePrefix.length) }
  return { by: by as 'document' | 'case' | 'speaker' | 'coder' }
}

function Table({
  table,
  question,
  extracts,
  chosen,
  onChoose,
}: {
  table: Crosstab
  question: CrosstabQuestion
  extracts: boolean
  chosen: Cell | null
  onChoose: (cell: Cell) => void
}) {
  const { t } = useLingui()
  const strongest = useMemo(() => Math.max(1, ...table.values.flat()), [table])
  const columnName = (column: Crosstab['columns'][number]) => (column.missing ? t`none` : column.name)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling area must be reachable by the keyboard
    <section className={styles.scroller} tabIndex={0} aria-label={t`Matrix`}>
      <table className={styles.table} data-extracts={extracts || undefined}>
        <thead>
          <tr>
            <td />
            {table.columns.map((column) => (
              <th key={column.key} scope="col">
                {columnName(column)}
              </th>
            ))}
            {!extracts && <th scope="col">{t`Total`}</th>}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={row.id}>
              <th scope="row">
                <span className={styles.dot} style={{ background: row.color }} />
                {row.name}
              </th>
              {table.columns.map((column, at) => {
                const value = table.values[index]![at]!
                const isChosen = chosen?.rowId === row.id && chosen.columnKey === column.key
                const cell = { rowId: row.id, columnKey: column.key }
                return (
                  <td key={column.key} data-chosen={isChosen || undefined} style={{ '--share': extracts ? 0 : value / strongest } as CSSProperties}>
                    {extracts ? (
                      <Extracts question={question} cell={cell} count={value} color={row.color} onMore={() => onChoose(cell)} />
                    ) : (
                      <button
                        type="button"
                        disabled={value === 0}
                        aria-pressed={isChosen}
                        aria-label={t`${row.name}, ${columnName(column)}: ${value}`}
                        onClick={() => onChoose(cell)}
                      >
                        {value === 0 ? '' : formatCount(value)}
                      </button>
                    )}
                  </td>
                )
              })}
              {!extracts && <td className={styles.total}>{formatCount(table.rowTotals[index]!)}</td>}
            </tr>
          ))}
        </tbody>
        {!extracts && (
          <tfoot>
            <tr>
              <th scope="row">{t`Total`}</th>
              {table.columns.map((column, at) => (
                <td key={column.key} className={styles.total}>
                  {formatCount(table.columnTotals[at]!)}
                </td>
              ))}
              <td />
            </tr>
          </tfoot>
        )}
      </table>
    </section>
  )
}

/** The passages behind one cell. */
function CellEvidence({ table, question, cell, onClose }: { table: Crosstab; question: CrosstabQuestion; cell: Cell; onClose: () => void }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const row = table.rows.find((candidate) => candidate.id === cell.rowId)
  const column = table.columns.find((candidate) => candidate.key === cell.columnKey)
  const ids = useQuery(api.analysis.crosstabCell.queryOptions({ input: { ...question, ...cell } }))
  const passages = useQuery(
    api.codings.segments.queryOptions({ input: { filter: { codingIds: ids.data ?? [] }, limit: 200, offset: 0 }, enabled: ids.data !== undefined }),
  )
  if (!row || !column) return null
  return (
    <aside className={styles.side} aria-label={t`Evidence`}>
      <div className={styles.sideHead}>
        <h2>
          {row.name} · {column.missing ? t`none` : column.name}
        </h2>
        <IconButton label={t`Close`} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      {passages.data ? (
        passages.data.segments.map((segment) => <EvidenceCard key={segment.id} segment={segment} runs={runsOfOne(segment)} colorA={row.color} />)
      ) : (
        <Skeleton label={t`Looking up the passages…`} />
      )}
    </aside>
  )
}
