import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { TextQuote, X } from 'lucide-react'
import { useMemo } from 'react'
import { problemOf, sayProblem } from '#renderer/i18n/index.ts'
import { useViewPreference } from '#renderer/state/preferences.ts'
import { showSegments, useWorkspace } from '#renderer/state/workspace.ts'
import { Checkbox, EmptyState, ErrorNote, IconButton, PaneHeader, Select, Skeleton } from '#renderer/ui/index.ts'
import { type Grouping, groupings } from './list.ts'
import { useListed, useSegments } from './query.ts'
import { SegmentList } from './SegmentList.tsx'
import styles from './SegmentsPane.module.css'

type Choices = { grouping: string; subCodes: boolean }
const choices: Choices = { grouping: 'document', subCodes: true }

/** The passages behind the active code, or behind a number that another view was asked about. */
export function SegmentsPane() {
  const { t } = useLingui()
  const [{ grouping: kept, subCodes }, keep] = useViewPreference('segments', choices)
  const grouping: Grouping = groupings.find((known) => known === kept) ?? 'document'
  const listed = useListed(subCodes)
  const asked = useWorkspace((workspace) => workspace.segmentsFilter !== null)
  const { data, isPending, error, fetchNextPage, hasNextPage, isFetchingNextPage } = useSegments(
    listed?.filter ?? {},
    listed !== null,
    grouping !== 'document',
  )

  const segments = useMemo(() => data?.pages.flatMap((page) => page.segments) ?? [], [data])

  if (!listed) {
    return (
      <div className={styles.pane}>
        <PaneHeader title={<Trans>Segments</Trans>} />
        <EmptyState small title={<Trans>Passages gather here</Trans>}>
          <Trans>Choose a code, and everything coded with it is listed here across all documents.</Trans>
        </EmptyState>
      </div>
    )
  }

  const first = data?.pages[0]
  const total = first?.total ?? 0
  const counted = t`${plural(total, { one: '# segment', other: '# segments' })} in ${plural(first?.documents ?? 0, { one: '# document', other: '# documents' })}`
  const labels: Record<Grouping, string> = { document: t`By document`, case: t`By case`, coder: t`By coder` }

  return (
    <div className={styles.pane}>
      <PaneHeader
        title={
          <span className={styles.title}>
            <span className={styles.name}>{listed.title}</span>
            {first && <span className={styles.counted}>{`· ${counted}`}</span>}
          </span>
        }
      >
        {listed.hasSubCodes && (
          <Checkbox label={<Trans>With sub-codes</Trans>} checked={subCodes} onCheckedChange={(on) => keep({ grouping, subCodes: on })} />
        )}
        <Select
          label={t`Order`}
          hideLabel
          value={grouping}
          options={groupings.map((value) => ({ value, label: labels[value] }))}
          onValueChange={(value) => keep({ grouping: value, subCodes })}
          className={styles.order}
        />
        {asked && (
          <IconButton label={t`Back to the code’s segments`} onClick={() => showSegments(null)}>
            <X aria-hidden />
          </IconButton>
        )}
      </PaneHeader>
      {error ? (
        <ErrorNote>{sayProblem(problemOf(error))}</ErrorNote>
      ) : isPending ? (
        <Skeleton label={t`Segments`} />
      ) : total === 0 ? (
        <EmptyState small icon={<TextQuote />} title={<Trans>Nothing is coded so yet</Trans>}>
          {listed.codeId !== null && <Trans>Select a passage in the text, then click the code or press Enter.</Trans>}
        </EmptyState>
      ) : (
        <SegmentList
          key={JSON.stringify([listed.filter, grouping])}
          title={listed.title}
          segments={segments}
          total={total}
          grouping={grouping}
          ownCodeId={listed.filter.codeIds?.length === 1 ? listed.codeId : null}
          onNearEnd={() => hasNextPage && !isFetchingNextPage && void fetchNextPage()}
        />
      )}
    </div>
  )
}
