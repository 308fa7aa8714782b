import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Download, Grid3x3 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { MatrixItems, useExport } from '#renderer/exchange/index.ts'
import { Button, EmptyState, ErrorNote, Menu, MenuCheck, MenuGroup, Skeleton, ViewHeader } from '#renderer/ui/index.ts'
import type { CooccurrenceQuestion } from '#shared/contract/analysis.ts'
import { HeatMap } from './HeatMap.tsx'
import { type MatrixChoice, MatrixOptions } from './MatrixOptions.tsx'
import styles from './MatrixView.module.css'
import { orderRows } from './order.ts'
import { PairEvidence } from './PairEvidence.tsx'

const firstChoice: MatrixChoice = { unit: 'overlap', measure: 'count', coderId: null, order: 'codebook', rollUp: false, unused: false }

/** Which codes meet, how often, and in which words: the heat map with the evidence of one cell beside it. */
export function MatrixView() {
  const { t, i18n } = useLingui()
  const { api } = useConnection()
  const [choice, setChoice] = useState(firstChoice)
  const [hiddenBranches, setHiddenBranches] = useState<ReadonlySet<string>>(new Set())
  const [pair, setPair] = useState<{ a: string; b: string } | null>(null)
  const exporting = useExport()

  const question: CooccurrenceQuestion = {
    unit: choice.unit,
    measure: choice.measure,
    rollUp: choice.rollUp,
    ...(choice.coderId === null ? {} : { coderIds: [choice.coderId] }),
  }
  const codebook = useQuery(api.codebook.list.queryOptions())
  const answer = useQuery(api.analysis.cooccurrence.queryOptions({ input: question, placeholderData: keepPreviousData }))
  const codes = useMemo(() => new Map((codebook.data ?? []).map((code) => [code.id, code])), [codebook.data])
  const branchOf = useMemo(() => {
    const branches = new Map<string, string>()
    for (const code of codebook.data ?? []) branches.set(code.id, code.parentId === null ? code.id : (branches.get(code.parentId) ?? code.id))
    return branches
  }, [codebook.data])

  const matrix = answer.data
  const rows = useMemo(() => {
    if (!matrix) return []
    const names = matrix.codeIds.map((id) => codes.get(id)?.name ?? '')
    const shown = matrix.codeIds.flatMap((id, row) => {
      const inSight = codes.has(id) && !hiddenBranches.has(branchOf.get(id) ?? '') && (choice.unused || matrix.totals[row]! > 0)
      return inSight ? [row] : []
    })
    return orderRows(matrix, names, shown, choice.order, i18n.locale)
  }, [matrix, codes, branchOf, hiddenBranches, choice.unused, choice.order, i18n.locale])

  if (answer.error) return <ErrorNote>{t`The matrix could not be counted. Try again, or run a check of the project.`}</ErrorNote>
  if (!matrix || !codebook.data) return <Skeleton label={t`Counting…`} rows={8} />

  const branches = codebook.data.filter((code) => code.parentId === null)
  const shownIds = rows.map((row) => matrix.codeIds[row]!)
  return (
    <section className={styles.view} aria-label={t`Co-occurrence`}>
      <ViewHeader
        title={<Trans>Co-occurrence</Trans>}
        facts={
          <Trans>
            {rows.length} of <Plural value={matrix.codeIds.length} one="# code" other="# codes" /> ·{' '}
            <Plural value={matrix.codings} one="# coding" other="# codings" /> ·{' '}
            <Plural value={matrix.documents} one="# document" other="# documents" />
          </Trans>
        }
      >
        <Menu
          align="end"
          trigger={
            <Button>
              {hiddenBranches.size === 0 ? (
                <Trans>All branches</Trans>
              ) : (
                <Plural value={branches.length - hiddenBranches.size} one="# branch" other="# branches" />
              )}
            </Button>
          }
        >
          <MenuGroup label={t`Branches of the codebook`}>
            {branches.map((branch) => (
              <MenuCheck
                key={branch.id}
                checked={!hiddenBranches.has(branch.id)}
                onCheckedChange={(checked) => setHiddenBranches((hidden) => withOrWithout(hidden, branch.id, !checked))}
              >
                {branch.name}
              </MenuCheck>
            ))}
          </MenuGroup>
        </Menu>
        <Menu
          align="end"
          trigger={
            <Button icon={<Download aria-hidden />} disabled={exporting.isPending || rows.length === 0}>
              <Trans>Export</Trans>
            </Button>
          }
        >
          <MatrixItems question={{ ...question, codeIds: shownIds }} onChoose={exporting.mutate} />
        </Menu>
      </ViewHeader>
      <MatrixOptions choice={choice} onChoice={setChoice} />
      {matrix.codings === 0 ? (
        <EmptyState icon={<Grid3x3 />} title={<Trans>Nothing is coded yet</Trans>}>
          <Trans>Once passages carry codes, this shows which codes meet in the same words.</Trans>
        </EmptyState>
      ) : (
        <div className={styles.body}>
          <HeatMap
            matrix={matrix}
            rows={rows}
            codes={codes}
            chosen={pair}
            onChoose={(a, b) => setPair({ a, b })}
            onSort={(order) => setChoice({ ...choice, order })}
          />
          <PairEvidence
            question={question}
            a={pair ? (codes.get(pair.a) ?? null) : null}
            b={pair ? (codes.get(pair.b) ?? null) : null}
            onClose={() => setPair(null)}
          />
        </div>
      )}
    </section>
  )
}

function withOrWithout(set: ReadonlySet<string>, item: string, there: boolean): ReadonlySet<string> {
  const copy = new Set(set)
  if (there) copy.add(item)
  else copy.delete(item)
  return copy
}
