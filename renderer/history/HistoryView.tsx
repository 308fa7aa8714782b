import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useInfiniteQuery } from '@tanstack/react-query'
import { History, Redo2, Undo2 } from 'lucide-react'
import { useConnection } from '#renderer/connection/api.ts'
import { describeAction } from '#renderer/i18n/actions.ts'
import { formatDay, formatTime } from '#renderer/i18n/format.ts'
import { problemOf, sayProblem } from '#renderer/i18n/problems.ts'
import { Button, EmptyState, ErrorNote, Skeleton, ViewHeader } from '#renderer/ui/index.ts'
import type { JournalEntry } from '#shared/contract/history.ts'
import { byDay } from './days.ts'
import styles from './HistoryView.module.css'
import { useUndoRedo } from './undo.ts'

const pageSize = 200

/** Everything that was ever done in this project: who, when, what; and the way back. */
export function HistoryView() {
  const { t } = useLingui()
  const { api } = useConnection()
  const { undo, redo, canUndo, canRedo } = useUndoRedo()
  const journal = useInfiniteQuery(
    api.history.list.infiniteOptions({
      input: (beforeId: number | undefined) => ({ limit: pageSize, ...(beforeId === undefined ? {} : { beforeId }) }),
      initialPageParam: undefined,
      getNextPageParam: (last) => (last.length === pageSize ? last.at(-1)!.id : undefined),
    }),
  )
  const entries = journal.data?.pages.flat() ?? []
  return (
    <>
      <ViewHeader title={<Trans>History</Trans>} facts={<Trans>Every step can be taken back, also after a restart.</Trans>}>
        <Button icon={<Undo2 aria-hidden />} disabled={!canUndo} onClick={undo}>
          <Trans>Undo</Trans>
        </Button>
        <Button icon={<Redo2 aria-hidden />} disabled={!canRedo} onClick={redo}>
          <Trans>Redo</Trans>
        </Button>
      </ViewHeader>
      {journal.isPending && <Skeleton label={t`Loading…`} rows={8} />}
      {journal.isError && <ErrorNote>{sayProblem(problemOf(journal.error))}</ErrorNote>}
      {journal.isSuccess && entries.length === 0 && (
        <EmptyState icon={<History />} title={<Trans>Nothing has been done yet</Trans>}>
          <Trans>Each import, coding and edit will stand here, with who made it and when.</Trans>
        </EmptyState>
      )}
      {entries.length > 0 && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the list scrolls, so the keyboard must reach it
        <section className={styles.scroll} tabIndex={0} aria-label={t`Journal`}>
          {byDay(entries).map(({ day, entries: ofDay }) => (
            <section key={day} className={styles.day}>
              <h2 className={styles.date}>
                {formatDay(day)}
                <span className={styles.count}>
                  <Plural value={ofDay.length} one="# step" other="# steps" />
                </span>
              </h2>
              <ol>
                {ofDay.map((entry) => (
                  <Entry key={entry.id} entry={entry} />
                ))}
              </ol>
            </section>
          ))}
          {journal.hasNextPage && (
            <Button className={styles.more} disabled={journal.isFetchingNextPage} onClick={() => void journal.fetchNextPage()}>
              <Trans>Show earlier</Trans>
            </Button>
          )}
        </section>
      )}
    </>
  )
}

function Entry({ entry }: { entry: JournalEntry }) {
  return (
    <li className={styles.entry} data-state={entry.state}>
      <time dateTime={entry.at} className={styles.time}>
        {formatTime(entry.at)}
      </time>
      <span className={styles.who}>{entry.coderName}</span>
      <span className={styles.what}>{describeAction(entry.action)}</span>
      {entry.state === 'undone' && (
        <span className={styles.state}>
          <Trans>undone, can be redone</Trans>
        </span>
      )}
      {entry.state === 'left' && (
        <span className={styles.state}>
          <Trans>undone</Trans>
        </span>
      )}
    </li>
  )
}
