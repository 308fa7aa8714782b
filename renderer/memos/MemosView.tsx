import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { FileText, FolderOpen, Highlighter, type LucideIcon, NotebookText, Plus, Shapes, Tag, User } from 'lucide-react'
import { useMemo, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { formatInstant, problemOf, sayProblem, tellProblem } from '#renderer/i18n/index.ts'
import { showMemos, useWorkspace } from '#renderer/state/workspace.ts'
import { Button, EmptyState, ErrorNote, FilterField, Select, Skeleton, ViewHeader, VirtualList } from '#renderer/ui/index.ts'
import type { Memo } from '#shared/contract/memos.ts'
import { findMemos } from './find.ts'
import styles from './MemosView.module.css'
import { goToTarget, sameTarget, type TargetKind, targetKinds, useTargetWords } from './targets.ts'

const icons: Record<TargetKind, LucideIcon> = { project: FolderOpen, document: FileText, code: Tag, coding: Highlighter, case: User, theme: Shapes }

/** All memos of the study, newest first. */
export function MemosView() {
  const { t } = useLingui()
  const { api } = useConnection()
  const { data: memos, isPending, error } = useQuery(api.memos.list.queryOptions({ input: {} }))
  const { data: coders } = useQuery(api.coders.list.queryOptions())
  const [text, setText] = useState('')
  const [on, setOn] = useState<TargetKind | 'any'>('any')
  const words = useTargetWords()
  const found = useMemo(() => findMemos(memos ?? [], text, on === 'any' ? null : on), [memos, text, on])
  const names = useMemo(() => new Map(coders?.map((coder) => [coder.id, coder.name])), [coders])
  const count = memos?.length ?? 0

  return (
    <div className={styles.view}>
      <ViewHeader title={<Trans>Memos</Trans>} facts={memos && plural(count, { one: '# memo', other: '# memos' })}>
        <FilterField label={t`Filter memos`} value={text} onValueChange={setText} />
        <Select
          label={t`Written on`}
          hideLabel
          value={on}
          options={[{ value: 'any', label: t`On anything` }, ...targetKinds.map((value) => ({ value, label: words[value] }))]}
          onValueChange={setOn}
        />
        <Button icon={<Plus />} onClick={() => showMemos({ on: 'project' })}>
          <Trans>Memo on the project</Trans>
        </Button>
      </ViewHeader>
      {error ? (
        <ErrorNote>{sayProblem(problemOf(error))}</ErrorNote>
      ) : isPending ? (
        <Skeleton label={t`Memos`} />
      ) : found.length === 0 ? (
        <EmptyState icon={<NotebookText />} title={count === 0 ? <Trans>No memos yet</Trans> : <Trans>No memo is like that</Trans>}>
          {count === 0 && (
            <Trans>Write one on a document, a code, a passage, a case, a theme or the whole project: wherever you see the memo sign.</Trans>
          )}
        </EmptyState>
      ) : (
        <VirtualList
          items={found}
          itemKey={(memo) => memo.id}
          estimateSize={() => 96}
          className={styles.list}
          role="list"
          aria-label={t`Memos`}
          renderItem={(memo) => <Row memo={memo} coderName={names.get(memo.coderId) ?? ''} />}
        />
      )}
    </div>
  )
}

function Row({ memo, coderName }: { memo: Memo; coderName: string }) {
  const { t } = useLingui()
  const { client } = useConnection()
  const open = useWorkspace(({ memoTarget }) => memoTarget !== null && sameTarget(memoTarget, memo.target))
  const words = useTargetWords()
  const Icon = icons[memo.target.on]
  const targetName = memo.targetName
  return (
    // biome-ignore lint/a11y/useSemanticElements: the rows of a virtual list are no children of a <ul>
    <div className={styles.row} role="listitem" data-open={open || undefined}>
      <button type="button" className={styles.words} onClick={() => showMemos(memo.target)}>
        <span className={styles.title}>{memo.title === '' ? <Trans>Without a title</Trans> : memo.title}</span>
        <span className={styles.text}>{memo.text}</span>
      </button>
      <div className={styles.meta}>
        <button
          type="button"
          className={styles.target}
          title={t`Go to “${targetName}”`}
          onClick={() => void goToTarget(memo.target, client).catch(tellProblem)}
        >
          <Icon aria-hidden />
          <span className="visually-hidden">{words[memo.target.on]}: </span>
          <span className={styles.targetName}>{targetName}</span>
        </button>
        <span>
          {coderName} · {formatInstant(memo.modifiedAt)}
        </span>
      </div>
    </div>
  )
}
