/** Half-open [start, end), in whatever unit the caller counts. Empty spans must be dropped before. */
export type Span = { start: number; end: number }

/**
 * Visits each pair of spans that share a position once, the one that starts earlier first. `spans` sorted by start. With `near` also
 * pairs whose gap is at most that long (0: spans that touch). O(n + pairs) after sorting.
 */
export function eachPair<S extends Span>(spans: readonly S[], near: number | undefined, visit: (earlier: S, later: S) => void): void {
  const slack = near === undefined ? 0 : near + 1
  let open: S[] = []
  for (const span of spans) {
    open = open.filter((earlier) => earlier.end + slack > span.start)
    for (const earlier of open) visit(earlier, span)
    open.push(span)
  }
}

/** The union of spans that share a position, sorted; spans that only touch stay apart (METHODS: preparing spans). */
export function mergeOverlapping(spans: readonly Span[]): Span[] {
  const merged: Span[] = []
  for (const span of inStartOrder(spans)) {
    const last = merged.at(-1)
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
    else merged.push({ start: span.start, end: span.end })
  }
  return merged
}

export function inStartOrder<S extends Span>(spans: readonly S[]): S[] {
  return [...spans].sort((a, b) => a.start - b.start || a.end - b.end)
}

export function totalLength(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0)
}

export function sharedLength(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start))
}

/** Groups in the order of each key's first item. */
export function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const item of items) pushTo(groups, keyOf(item), item)
  return groups
}

export function pushTo<K, T>(groups: Map<K, T[]>, key: K, item: T): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}
