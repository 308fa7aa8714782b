import { Trans, useLingui } from '@lingui/react/macro'
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useCodeTree } from '#renderer/codebook/index.ts'
import { formatCount } from '#renderer/i18n/index.ts'
import { revealPassage, useWorkspace } from '#renderer/state/workspace.ts'
import type { Segment } from '#shared/contract/codings.ts'
import { type Grouping, type Line, linesOf } from './list.ts'
import { SegmentActions, useRemoval } from './SegmentActions.tsx'
import { SegmentCard } from './SegmentCard.tsx'
import styles from './SegmentList.module.css'

type Card = Line & { kind: 'segment' }

/** Asked for the next page when so many lines are left below what is seen. */
const nearEnd = 30

/** Passages in groups; arrows go from one to the next, Enter to its place in the text, and the list stays where it is. */
export function SegmentList({
  title,
  segments,
  total,
  grouping,
  ownCodeId,
  onNearEnd,
}: {
  title: string
  segments: readonly Segment[]
  /** How many there are with those that are not loaded yet. */
  total: number
  grouping: Grouping
  /** The one code that all have, which then is not named on each; null: they may differ. */
  ownCodeId: string | null
  onNearEnd: () => void
}) {
  const { t } = useLingui()
  const { tree } = useCodeTree()
  const scroller = useRef<HTMLDivElement>(null)
  const current = useWorkspace((workspace) => workspace.selectedCodingIds)
  const remove = useRemoval()
  const lines = useMemo(() => linesOf(segments, grouping), [segments, grouping])
  const cards = useMemo(() => lines.flatMap((line, index) => (line.kind === 'segment' ? [index] : [])), [lines])
  const [focusedKey, setFocusedKey] = useState<string | null>(null)
  const known = lines.findIndex((line) => line.key === focusedKey)
  const focused = known >= 0 ? known : (cards[0] ?? -1)

  // Lasting functions, for a new one makes the virtualizer measure every line anew.
  const estimateSize = useCallback((index: number) => (lines[index]?.kind === 'group' ? 28 : 104), [lines])
  const getItemKey = useCallback((index: number) => lines[index]?.key ?? index, [lines])
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey,
    overscan: 6,
    rangeExtractor: (range) => [...new Set([...defaultRangeExtractor(range), ...(focused >= 0 ? [focused] : [])])].toSorted((a, b) => a - b),
  })
  const shown = virtualizer.getVirtualItems()
  const last = virtualizer.range?.endIndex ?? 0
  useEffect(() => {
    if (last >= lines.length - nearEnd) onNearEnd()
  }, [last, lines.length, onNearEnd])

  const focusCard = (index: number | undefined) => {
    const line = index === undefined ? undefined : lines[index]
    if (index === undefined || !line) return
    setFocusedKey(line.key)
    virtualizer.scrollToIndex(index)
    requestAnimationFrame(() => scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"] article`)?.focus({ preventScroll: true }))
  }
  const onKeyDown = (event: KeyboardEvent, line: Card) => {
    if (event.target !== event.currentTarget) return
    const at = line.position
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, PageDown: at + 5, PageUp: at - 5, Home: 0, End: cards.length - 1 }[event.key]
    if (to !== undefined) {
      event.preventDefault()
      focusCard(cards[Math.min(Math.max(to, 0), cards.length - 1)])
    }
    if (event.key === 'Delete') {
      event.preventDefault()
      focusNeighbour(line)
      remove(line.segment)
    }
  }
  /** Before a line goes: the focus must not go with it. */
  const focusNeighbour = ({ position }: Card) => focusCard(cards[position + 1] ?? cards[position - 1])

  return (
    <div ref={scroller} className={styles.scroller}>
      <div role="feed" aria-label={t`Segments of ${title}`} className={styles.whole} style={{ height: virtualizer.getTotalSize() }}>
        {shown.map(({ index, key, start }) => {
          const line = lines[index]!
          return (
            <div key={key} ref={virtualizer.measureElement} data-index={index} className={styles.line} style={{ top: start }}>
              {line.kind === 'group' ? (
                <GroupHeading line={line} grouping={grouping} />
              ) : (
                <SegmentCard
                  segment={line.segment}
                  code={ownCodeId === null ? tree.byId.get(line.segment.codeId) : null}
                  showDocument={grouping !== 'document'}
                  current={current.includes(line.segment.id)}
                  tabIndex={index === focused ? 0 : -1}
                  aria-posinset={line.position + 1}
                  aria-setsize={grouping === 'document' ? total : cards.length}
                  actions={<SegmentActions segment={line.segment} onGone={() => focusNeighbour(line)} />}
                  onFocus={() => setFocusedKey(line.key)}
                  onKeyDown={(event) => onKeyDown(event, line)}
                  onOpen={({ id, documentId, start: from, end }) => revealPassage({ documentId, start: from, end }, id)}
                />
              )}
            </div>
          )
        })}
      </div>
    </div>
  )
}

function GroupHeading({ line, grouping }: { line: Line & { kind: 'group' }; grouping: Grouping }) {
  return (
    <div className={styles.group}>
      <span className={styles.groupName}>{line.name ?? (grouping === 'case' ? <Trans>No case</Trans> : null)}</span>
      <span className={styles.groupCount}>{formatCount(line.count)}</span>
    </div>
  )
}
