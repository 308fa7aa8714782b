import { useLingui } from '@lingui/react/macro'
import type { CSSProperties } from 'react'
import { formatMs } from '#renderer/i18n/index.ts'
import { revealPassage } from '#renderer/state/workspace.ts'
import type { Segment } from '#shared/contract/codings.ts'
import styles from './EvidenceCard.module.css'
import type { Run } from './runs.ts'

/** One passage as evidence: whose words, where, and what of it carries which code. A click goes to its place. */
export function EvidenceCard({
  segment,
  runs,
  colorA,
  colorB,
}: {
  segment: Segment
  runs: readonly Run[]
  colorA: string
  colorB?: string | undefined
}) {
  const { t } = useLingui()
  const place = [segment.documentName, segment.startMs === null ? null : formatMs(segment.startMs), ...segment.cases]
  return (
    <button
      type="button"
      className={styles.card}
      style={{ '--a': colorA, '--b': colorB ?? colorA } as CSSProperties}
      aria-label={t`Go to ${segment.documentName}: ${segment.text}`}
      onClick={() => revealPassage(segment, segment.id)}
    >
      <span className={styles.place}>{place.filter(Boolean).join(' · ')}</span>
      <span className={styles.words}>
        {runs.map((run, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: runs have no other identity and never move
          <span key={index} data-carries={run.carries ?? 'none'}>
            {run.text}
          </span>
        ))}
      </span>
    </button>
  )
}
