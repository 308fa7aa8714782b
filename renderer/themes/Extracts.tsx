import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { revealPassage } from '#renderer/state/workspace.ts'
import type { CrosstabQuestion } from '#shared/contract/analysis.ts'
import styles from './ThemeMatrix.module.css'

/** Enough to read a cell at a glance; the rest opens at the side. */
const shownExtracts = 3

/** The first passages of a cell, asked for only when the cell comes into sight. */
export function Extracts({
  question,
  cell,
  count,
  color,
  onMore,
}: {
  question: CrosstabQuestion
  cell: { rowId: string; columnKey: string }
  count: number
  color: string
  onMore: () => void
}) {
  const { api } = useConnection()
  const box = useRef<HTMLDivElement>(null)
  const inSight = useInSight(box)
  const ids = useQuery(api.analysis.crosstabCell.queryOptions({ input: { ...question, ...cell }, enabled: inSight && count > 0 }))
  const first = ids.data?.slice(0, shownExtracts) ?? []
  const passages = useQuery(
    api.codings.segments.queryOptions({ input: { filter: { codingIds: first }, limit: shownExtracts, offset: 0 }, enabled: first.length > 0 }),
  )
  const more = (ids.data?.length ?? 0) - first.length
  return (
    <div ref={box} className={styles.extracts}>
      {passages.data?.segments.map((segment) => (
        <button key={segment.id} type="button" style={{ borderColor: color }} onClick={() => revealPassage(segment, segment.id)}>
          {segment.text}
        </button>
      ))}
      {more > 0 && (
        <button type="button" className={styles.more} onClick={onMore}>
          <Trans>{more} more</Trans>
        </button>
      )}
    </div>
  )
}

/** True from the moment the element has been near the visible area. */
function useInSight(element: { current: Element | null }): boolean {
  const [seen, setSeen] = useState(false)
  useEffect(() => {
    if (seen || !element.current) return
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true), { rootMargin: '200px' })
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [seen, element])
  return seen
}
