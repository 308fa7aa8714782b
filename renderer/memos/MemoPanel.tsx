import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { NotebookText, Plus, X } from 'lucide-react'
import { useEffect, useEffectEvent } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { problemOf, sayProblem } from '#renderer/i18n/index.ts'
import { showMemos, useWorkspace } from '#renderer/state/workspace.ts'
import { Button, EmptyState, ErrorNote, IconButton, Skeleton } from '#renderer/ui/index.ts'
import type { MemoTarget } from '#shared/contract/memos.ts'
import { useMemoActions } from './actions.ts'
import { MemoCard } from './MemoCard.tsx'
import styles from './MemoPanel.module.css'
import { useTargetName, useTargetWords } from './targets.ts'

/** The memos on one thing, at the side of whatever is open; nothing while no target is set. */
export function MemoPanel() {
  const target = useWorkspace((workspace) => workspace.memoTarget)
  return target && <MemosOn key={JSON.stringify(target)} target={target} />
}

function MemosOn({ target }: { target: MemoTarget }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const { data: memos, isPending, error } = useQuery(api.memos.list.queryOptions({ input: { target } }))
  const { data: coders } = useQuery(api.coders.list.queryOptions())
  const actions = useMemoActions(target)
  const kind = useTargetWords()[target.on]
  const name = useTargetName(target)
  const { draft } = actions
  const saved = memos ?? []
  const listed = saved.some((memo) => memo.id === draft?.memoId)
  const noteListed = useEffectEvent(actions.noteListed)
  useEffect(() => {
    if (listed) noteListed()
  }, [listed])
  /** With null for the memo that does not exist yet: it is the newest, and stays in its place when it does. */
  const cards = draft && !listed && !draft.listed ? [null, ...saved] : saved
  const coderName = (id: string) => coders?.find((coder) => coder.id === id)?.name ?? ''

  return (
    <div className={styles.panel}>
      <header className={styles.header}>
        <div className={styles.titles}>
          <h2 className={styles.title}>
            <Trans>Memos</Trans>
            {' · '}
            {kind}
          </h2>
          <p className={styles.target} title={name}>
            {name}
          </p>
        </div>
        <IconButton label={t`New memo`} onClick={actions.begin}>
          <Plus aria-hidden />
        </IconButton>
        <IconButton label={t`Close`} onClick={() => showMemos(null)}>
          <X aria-hidden />
        </IconButton>
      </header>
      <div className={styles.memos}>
        {error && <ErrorNote>{sayProblem(problemOf(error))}</ErrorNote>}
        {isPending && <Skeleton label={t`Memos`} />}
        {memos && cards.length === 0 && (
          <EmptyState
            small
            icon={<NotebookText />}
            title={<Trans>No memo yet</Trans>}
            action={
              <Button icon={<Plus />} onClick={actions.begin}>
                <Trans>Write a memo</Trans>
              </Button>
            }
          >
            <Trans>A memo keeps a thought where it belongs: why you coded so, what to ask next, what puzzles you.</Trans>
          </EmptyState>
        )}
        {cards.map((memo) =>
          memo ? (
            <MemoCard
              key={memo.id === draft?.memoId ? draft.key : memo.id}
              memo={memo}
              coderName={coderName(memo.coderId)}
              focus={false}
              onSave={(words) => actions.update(memo.id, words)}
              onRemove={() => actions.remove(memo)}
            />
          ) : (
            <MemoCard key={draft?.key} memo={null} coderName="" focus onSave={actions.saveDraft} onRemove={actions.dropDraft} />
          ),
        )}
      </div>
    </div>
  )
}
