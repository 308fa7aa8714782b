import type { Segment } from '#shared/contract/codings.ts'

/** A stretch of a passage that carries the first code, the second, both, or neither (its surroundings). */
export type Run = { text: string; carries: 'a' | 'b' | 'ab' | null }

/**
 * The text of two overlapping passages of one document as runs, with what stands before and after. Positions are UTF-16 units.
 * Passages that do not meet are refused by the caller: there would be a gap whose text nobody has.
 */
export function runsOf(a: Segment, b: Segment): Run[] {
  const first = a.start <= b.start ? a : b
  const last = a.end >= b.end ? a : b
  const text = first === last ? first.text : first.text + last.text.slice(first.end - last.start)
  const cuts = [...new Set([a.start, a.end, b.start, b.end])].sort((x, y) => x - y)
  const inside = cuts.slice(0, -1).map((start, index): Run => {
    const end = cuts[index + 1]!
    const inA = a.start <= start && end <= a.end
    const inB = b.start <= start && end <= b.end
    return { text: text.slice(start - first.start, end - first.start), carries: inA && inB ? 'ab' : inA ? 'a' : 'b' }
  })
  const around = [{ text: first.before, carries: null }, ...inside, { text: last.after, carries: null }] satisfies Run[]
  return around.filter((run) => run.text !== '')
}

/** One passage with its surroundings. */
export function runsOfOne(segment: Segment, carries: 'a' | 'b' = 'a'): Run[] {
  const runs: Run[] = [
    { text: segment.before, carries: null },
    { text: segment.text, carries },
    { text: segment.after, carries: null },
  ]
  return runs.filter((run) => run.text !== '')
}

export function meet(a: Segment, b: Segment): boolean {
  return a.documentId === b.documentId && a.start < b.end && b.start < a.end
}
