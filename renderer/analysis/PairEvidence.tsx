import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { useConnection } from '#renderer/connection/api.ts'
import { Button, IconButton, Skeleton, toast } from '#renderer/ui/index.ts'
import type { CooccurrenceQuestion } from '#shared/contract/analysis.ts'
import type { Code } from '#shared/contract/codebook.ts'
import type { Segment } from '#shared/contract/codings.ts'
import { useDefinition } from './definition.ts'
import { EvidenceCard } from './EvidenceCard.tsx'
import styles from './PairEvidence.module.css'
import { meet, runsOf, runsOfOne } from './runs.ts'

/** More passages than these are opened below the transcript, where a long list belongs. */
const shownEvents = 100

/** The passages and figures behind one cell, with what was counted in one sentence. */
export function PairEvidence({ question, a, b, onClose }: { question: CooccurrenceQuestion; a: Code | null; b: Code | null; onClose: () => void }) {
  const { t, i18n } = useLingui()
  const { api } = useConnection()
  const definition = useDefinition(question)
  const pair = useQuery(
    api.analysis.pair.queryOptions({ input: { ...question, codeA: a?.id ?? '', codeB: b?.id ?? '' }, enabled: a !== null && b !== null }),
  )
  const events = pair.data?.events.slice(0, shownEvents) ?? []
  const codingIds = [...new Set(events.flatMap((event) => [event.codingA, event.codingB]))]
  const passages = useQuery(
    api.codings.segments.queryOptions({ input: { filter: { codingIds }, limit: 2 * shownEvents, offset: 0 }, enabled: codingIds.length > 0 }),
  )

  if (!a || !b) {
    return (
      <aside className={styles.side} aria-label={t`Evidence`}>
        <p className={styles.hint}>
          <Trans>Choose a cell to see the passages in which two codes meet.</Trans>
        </p>
        <p className={styles.definition}>{definition}</p>
      </aside>
    )
  }
  const figure = (value: number | null) =>
    value === null ? t`not defined` : new Intl.NumberFormat(i18n.locale, { maximumFractionDigits: 2 }).format(value)
  // Codes of one branch may share a hue: then the second takes one of its own here, so that it can be told whose words are whose.
  const colorB = b.color === a.color ? 'var(--code-7)' : b.color
  const byId = new Map<string, Segment>((passages.data?.segments ?? []).map((segment) => [segment.id, segment]))
  const copyMethods = async () => {
    await navigator.clipboard.writeText(definition)
    toast({ id: 'methods', message: t`The methods paragraph is on the clipboard.` })
  }
  return (
    <aside className={styles.side} aria-label={t`Evidence`} aria-live="polite">
      <div className={styles.head}>
        <h2>
          <span className={styles.swatch} style={{ background: a.color }} />
          {a.name} × <span className={styles.swatch} style={{ background: colorB }} />
          {b.name}
        </h2>
        <IconButton label={t`Close`} onClick={onClose}>
          <X aria-hidden />
        </IconButton>
      </div>
      {!pair.data ? (
        <Skeleton label={t`Looking up the passages…`} />
      ) : (
        <>
          <p className={styles.summary}>
            <Trans>
              <Plural value={pair.data.count} one="# co-occurrence" other="# co-occurrences" /> in{' '}
              <Plural value={pair.data.documents} one="# document" other="# documents" />,{' '}
              <Plural value={pair.data.cases} one="# case" other="# cases" />
            </Trans>
          </p>
          <dl className={styles.figures}>
            <dt>{t`c-coefficient`}</dt>
            <dd>{figure(pair.data.c)}</dd>
            <dt>{t`Jaccard by length`}</dt>
            <dd>{figure(pair.data.jaccard)}</dd>
            <dt>{t`Codings (first, second)`}</dt>
            <dd>
              {pair.data.totalA}, {pair.data.totalB}
            </dd>
          </dl>
          {events.map((event) => {
            const [first, second] = [byId.get(event.codingA), byId.get(event.codingB)]
            if (!first || !second) return null
            const key = `${event.codingA} ${event.codingB}`
            if (meet(first, second)) return <EvidenceCard key={key} segment={first} runs={runsOf(first, second)} colorA={a.color} colorB={colorB} />
            return (
              <div key={key}>
                <EvidenceCard segment={first} runs={runsOfOne(first, 'a')} colorA={a.color} />
                <EvidenceCard segment={second} runs={runsOfOne(second, 'b')} colorA={a.color} colorB={colorB} />
              </div>
            )
          })}
          {pair.data.events.length > events.length && (
            <p className={styles.summary}>
              <Trans>
                The first {events.length} of {pair.data.events.length} are shown.
              </Trans>
            </p>
          )}
        </>
      )}
      <div className={styles.definition}>
        <p>{definition}</p>
        <Button look="quiet" onClick={() => void copyMethods()}>
          <Trans>Copy as methods paragraph</Trans>
        </Button>
      </div>
    </aside>
  )
}
