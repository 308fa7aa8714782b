import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import type { Api } from '#renderer/connection/api.ts'
import { problemOf } from '#renderer/i18n/problems.ts'
import type { Coding } from '#shared/contract/codings.ts'
import type { DocumentText } from '#shared/contract/documents.ts'
import { unpackCodings } from '#shared/model/packedCodings.ts'

/** What is typed and coded here is shown at once; only after such a pause the engine is asked whether it is so. */
const quietMs = 500

export type Source = { text: DocumentText; codings: Coding[] }

/** A transcript with its codings as the engine has them; from the cache while that is current. */
export async function loadSource(queries: QueryClient, api: Api, documentId: string): Promise<Source> {
  const [text, packed] = await Promise.all([
    queries.fetchQuery(api.documents.text.queryOptions({ input: { id: documentId } })),
    queries.fetchQuery(api.codings.ofDocumentPacked.queryOptions({ input: { documentId } })),
  ])
  return { text, codings: unpackCodings(packed) }
}

export type Follower = {
  /** Something was changed here, ahead of the engine: what was asked before is out of date. */
  touch(): void
  /** Asks for everything, as soon as may be. */
  resync(): void
  stop(): void
}

/**
 * Keeps a shown transcript true: when the engine says that it changed (an undo, another window, a change of our own), asks for just that
 * part. An ordinary query would ask again at every keystroke, for a text that is already on the screen.
 */
export function followSource(
  queries: QueryClient,
  api: Api,
  documentId: string,
  target: { isBusy(): boolean; reconcile(text: DocumentText | null, codings: Coding[]): void; onError(error: unknown): void },
): Follower {
  const textOptions = api.documents.text.queryOptions({ input: { id: documentId } })
  const codingOptions = api.codings.ofDocumentPacked.queryOptions({ input: { documentId } })
  const stale = { text: false, codings: false }
  let touchedAt = Number.NEGATIVE_INFINITY
  let version = 0
  let timer: ReturnType<typeof setTimeout> | undefined
  let asking = false
  let stopped = false

  const later = (ms: number) => {
    clearTimeout(timer)
    if (!stopped) timer = setTimeout(() => void ask(), ms)
  }
  const ask = async () => {
    if (asking || stopped || !(stale.text || stale.codings)) return
    const wait = touchedAt + quietMs - performance.now()
    if (wait > 0 || target.isBusy()) return later(Math.max(wait, 20))
    const asked = { ...stale }
    const before = version
    stale.text = false
    stale.codings = false
    asking = true
    try {
      const [text, packed] = await Promise.all([
        asked.text ? queries.fetchQuery({ ...textOptions, staleTime: 0 }) : null,
        queries.fetchQuery({ ...codingOptions, staleTime: 0 }),
      ])
      if (stopped) return
      if (version !== before || target.isBusy()) Object.assign(stale, { text: stale.text || asked.text, codings: true })
      else target.reconcile(text, unpackCodings(packed))
    } catch (error) {
      // A document that has gone, such as with the undo of its import, takes its tab along: nothing that the person must hear of.
      if (!stopped && problemOf(error).code !== 'not-found') target.onError(error)
    } finally {
      asking = false
      if (stale.text || stale.codings) later(0)
    }
  }

  // Observers that never ask: they keep the answers in the cache for as long as the transcript is shown.
  const keepText = new QueryObserver(queries, { ...textOptions, enabled: false })
  const keepCodings = new QueryObserver(queries, { ...codingOptions, enabled: false })
  const letGo = [keepText.subscribe(() => undefined), keepCodings.subscribe(() => undefined)]
  const watched = new Map([
    [keepText.getCurrentQuery().queryHash, 'text' as const],
    [keepCodings.getCurrentQuery().queryHash, 'codings' as const],
  ])
  const unsubscribe = queries.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.action.type !== 'invalidate') return
    const part = watched.get(event.query.queryHash)
    if (!part) return
    stale[part] = true
    later(0)
  })
  // What became old while it was being opened.
  for (const [hash, part] of watched) if (queries.getQueryCache().get(hash)?.state.isInvalidated) stale[part] = true
  later(0)

  return {
    touch() {
      version++
      touchedAt = performance.now()
    },
    resync() {
      stale.text = true
      stale.codings = true
      touchedAt = Number.NEGATIVE_INFINITY
      later(0)
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      unsubscribe()
      for (const release of letGo) release()
    },
  }
}
