import { eachPair, inStartOrder, type Span } from './spans.ts'

/** A coding of one coder in one document. */
export type CodedSpan = Span & { codeId: string }

/** How often two codes (or on the diagonal, one code) met. `codeA <= codeB`. */
export type PairCount = { codeA: string; codeB: string; count: number }

/**
 * What one coder's codings of one document amount to: for two different codes the pairs of codings that share a character, for a code
 * with itself its number of codings. Only pairs that occur, in no order.
 */
export function countOverlaps(spans: readonly CodedSpan[]): PairCount[] {
  const counts = new Map<string, Map<string, number>>()
  const add = (codeA: string, codeB: string) => {
    const row = counts.get(codeA) ?? new Map<string, number>()
    counts.set(codeA, row.set(codeB, (row.get(codeB) ?? 0) + 1))
  }
  for (const span of spans) add(span.codeId, span.codeId)
  eachPair(inStartOrder(spans), undefined, (a, b) => {
    if (a.codeId < b.codeId) add(a.codeId, b.codeId)
    else if (b.codeId < a.codeId) add(b.codeId, a.codeId)
  })
  return [...counts].flatMap(([codeA, row]) => [...row].map(([codeB, count]) => ({ codeA, codeB, count })))
}
