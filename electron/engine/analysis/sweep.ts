import type { Session } from '../session.ts'
import type { Project } from '../storage/project.ts'
import { countOverlaps } from './overlaps.ts'
import { anchoringOf, passagesOf } from './passages.ts'
import { analysisQueries, type CountRow, cooccurrenceQueries } from './queries.ts'
import { groupBy } from './spans.ts'

/**
 * Keeps the materialised co-occurrence current. The tables are derived from `coding`: triggers note documents whose rows are behind, also
 * on undo, and this file brings them up to date, each from that document's codings and the lengths of its turns alone.
 */

/** Brings at most `limit` documents up to date in one transaction; returns how many are still behind. */
export function refreshCooccurrence(project: Project, limit = Number.POSITIVE_INFINITY): number {
  const stale = project.use(cooccurrenceQueries).stale.all()
  if (stale.length === 0) return 0
  project.writeDerived(() => refreshDocuments(project, stale.slice(0, limit)))
  return Math.max(0, stale.length - limit)
}

function refreshDocuments(project: Project, documents: { id: string }[]): void {
  const queries = project.use(cooccurrenceQueries)
  const change = new Map<string, CountRow>()
  const addToTotal = (row: CountRow, by: number) => {
    const total = change.get(keyOf(row)) ?? { ...row, count: 0 }
    change.set(keyOf(row), { ...total, count: total.count + by })
  }
  for (const { id } of documents) {
    const before = new Map(queries.rows.all(id).map((row) => [keyOf(row), row]))
    for (const row of countsOf(project, id)) {
      const old = before.get(keyOf(row))?.count ?? 0
      before.delete(keyOf(row))
      if (old === row.count) continue
      queries.putRow.run(id, row.coderId, row.codeA, row.codeB, row.count)
      addToTotal(row, row.count - old)
    }
    for (const row of before.values()) {
      queries.dropRow.run(id, row.coderId, row.codeA, row.codeB)
      addToTotal(row, -row.count)
    }
    queries.noLongerStale.run(id)
  }
  for (const { coderId, codeA, codeB, count } of change.values()) if (count !== 0) queries.addToTotal.run(coderId, codeA, codeB, count)
  queries.dropEmptyTotals.run()
}

function keyOf({ coderId, codeA, codeB }: CountRow): string {
  return `${coderId} ${codeA} ${codeB}`
}

/** What a document's codings amount to, counted afresh. */
function countsOf(project: Project, documentId: string): CountRow[] {
  const codings = project.use(analysisQueries).codings.all(documentId)
  if (codings.length === 0) return []
  // UTF-16 units serve as well as code points here: whether two spans share a character is the same in both.
  const anchoring = anchoringOf(project.use(cooccurrenceQueries).lengths.all(documentId), null)
  const byCoder = groupBy(passagesOf(documentId, codings, anchoring), (passage) => passage.coderId)
  return [...byCoder].flatMap(([coderId, own]) => countOverlaps(own).map((pair) => ({ coderId, ...pair })))
}

export type CooccurrenceRow = CountRow & { documentId: string }

/** Every row as it must be, counted afresh from all codings; nothing is written. */
export function expectedCooccurrence(project: Project): CooccurrenceRow[] {
  const documents = project.use(cooccurrenceQueries).documents.all()
  return documents.flatMap(({ id }) => countsOf(project, id).map((row) => ({ documentId: id, ...row })))
}

export type CooccurrenceFault = { documentId: string | null; coderId: string; codeA: string; codeB: string; stored: number; expected: number }

/** Where the stored rows and totals (`documentId` null) differ from what the codings say. Documents known to be behind are brought up to date first. */
export function cooccurrenceFaults(project: Project): CooccurrenceFault[] {
  refreshCooccurrence(project)
  const queries = project.use(cooccurrenceQueries)
  const expected = expectedCooccurrence(project)
  const totals = [...groupBy(expected, keyOf).values()].map((rows) => ({ ...rows[0]!, count: rows.reduce((sum, row) => sum + row.count, 0) }))
  const total = (row: CountRow) => ({ ...row, documentId: null })
  return [...differences(queries.allRows.all(), expected), ...differences(queries.allTotals.all().map(total), totals.map(total))]
}

function differences(
  stored: (CountRow & { documentId: string | null })[],
  expected: (CountRow & { documentId: string | null })[],
): CooccurrenceFault[] {
  const faults = new Map<string, CooccurrenceFault>()
  const note = (row: CountRow & { documentId: string | null }, side: 'stored' | 'expected') => {
    const key = `${row.documentId} ${keyOf(row)}`
    const { count, ...place } = row
    faults.set(key, { ...place, stored: 0, expected: 0, ...faults.get(key), [side]: count })
  }
  for (const row of stored) note(row, 'stored')
  for (const row of expected) note(row, 'expected')
  return [...faults.values()].filter((fault) => fault.stored !== fault.expected)
}

const idleMs = 60
const documentsAtATime = 10

/** Refreshes behind the person's back, a few documents at a time, once changes have paused. Returns what ends it. */
export function scheduleRefresh(session: Session): () => void {
  let timer: NodeJS.Timeout | null = null
  const later = (ms: number) => {
    if (timer) clearTimeout(timer)
    timer = setTimeout(work, ms).unref()
  }
  const work = () => {
    timer = null
    const project = session.projectOrNull()
    if (!project) return
    try {
      if (refreshCooccurrence(project, documentsAtATime) > 0) later(0)
    } catch (error) {
      // Nobody waits for this; whoever asks for the matrix refreshes it again and is told what is wrong.
      session.host.report(error, 'co-occurrence refresh')
    }
  }
  const ignore = session.onChange(() => later(idleMs))
  return () => {
    ignore()
    if (timer) clearTimeout(timer)
  }
}
