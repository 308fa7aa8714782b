/**
 * How codings of one code by one coder in one document become one where they overlap or touch: the earliest is kept and covers what
 * all of them covered. Pure; positions are UTF-16 units, half-open.
 */

export type Span = {
  id: string
  start: number
  end: number
  weight: number | null
  comment: string
  /** ISO 8601, so that text order is time's. */
  createdAt: string
}

/** One coding as it is to be, and those that it takes in. */
export type Joined<S extends Span> = { kept: S; gone: S[] }

/** True where two ranges share a character or stand wall to wall. */
export function meets(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start <= b.end && b.start <= a.end
}

/**
 * What comes of `arriving` among the `standing`: every group of ranges that meet, directly or through others, becomes one coding, if
 * one that arrives is among them. Codings that stood together before stay as they are.
 */
export function settle<S extends Span>(standing: readonly S[], arriving: readonly S[]): Joined<S>[] {
  const isArriving = new Set(arriving)
  return groupsThatMeet([...standing, ...arriving])
    .filter((group) => group.some((span) => isArriving.has(span)))
    .map((group) => joinInto(group.reduce(earlier), group))
}

/** `kept` grown over the whole group; comments are joined by a blank line, a weight that `kept` lacks is taken over. */
export function joinInto<S extends Span>(kept: S, group: readonly S[]): Joined<S> {
  const gone = group.filter((span) => span !== kept)
  const comments = new Set([kept, ...gone].map((span) => span.comment).filter((comment) => comment !== ''))
  return {
    kept: {
      ...kept,
      start: Math.min(...group.map((span) => span.start)),
      end: Math.max(...group.map((span) => span.end)),
      weight: kept.weight ?? gone.find((span) => span.weight !== null)?.weight ?? null,
      comment: [...comments].join('\n\n'),
    },
    gone,
  }
}

function groupsThatMeet<S extends Span>(spans: readonly S[]): S[][] {
  const groups: S[][] = []
  let end = -1
  for (const span of spans.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (span.start <= end) groups.at(-1)!.push(span)
    else groups.push([span])
    end = Math.max(end, span.end)
  }
  return groups
}

function earlier<S extends Span>(a: S, b: S): S {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? a : b
  return b.start < a.start ? b : a
}
