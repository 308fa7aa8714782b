import type { CooccurrenceMatrix } from '#shared/contract/analysis.ts'

export const orders = ['codebook', 'name', 'frequency', 'similarity'] as const
export type Order = (typeof orders)[number]

/** The rows of a matrix to show, as indexes into it, in the order asked for. `names` are by index. */
export function orderRows(matrix: CooccurrenceMatrix, names: readonly string[], shown: readonly number[], order: Order, language: string): number[] {
  switch (order) {
    case 'codebook':
      return [...shown]
    case 'name':
      return shown.toSorted((a, b) => names[a]!.localeCompare(names[b]!, language))
    case 'frequency':
      return shown.toSorted((a, b) => matrix.totals[b]! - matrix.totals[a]!)
    case 'similarity':
      return chainBySimilarity(matrix, shown)
  }
}

/**
 * Puts codes that keep the same company beside each other: begins with the pair most alike and adds, at either end, the code most like
 * that end. Likeness is the cosine of two rows of counts, the diagonal left out.
 */
function chainBySimilarity(matrix: CooccurrenceMatrix, shown: readonly number[]): number[] {
  if (shown.length < 3) return [...shown]
  const likeness = (a: number, b: number) => cosine(matrix.counts[a]!, matrix.counts[b]!, shown, a, b)
  let [first, last, best] = [shown[0]!, shown[1]!, -1]
  for (const a of shown) {
    for (const b of shown) {
      const alike = a < b ? likeness(a, b) : -1
      if (alike > best) [first, last, best] = [a, b, alike]
    }
  }
  const chain = [first, last]
  const left = new Set(shown.filter((row) => row !== first && row !== last))
  while (left.size > 0) {
    const atStart = mostAlike(left, (row) => likeness(chain[0]!, row))
    const atEnd = mostAlike(left, (row) => likeness(chain.at(-1)!, row))
    const next = atStart.alike > atEnd.alike ? atStart : atEnd
    if (next === atStart) chain.unshift(next.row)
    else chain.push(next.row)
    left.delete(next.row)
  }
  return chain
}

function mostAlike(rows: Iterable<number>, alikeTo: (row: number) => number): { row: number; alike: number } {
  let best = { row: -1, alike: Number.NEGATIVE_INFINITY }
  for (const row of rows) {
    const alike = alikeTo(row)
    if (alike > best.alike) best = { row, alike }
  }
  return best
}

function cosine(a: readonly number[], b: readonly number[], over: readonly number[], rowA: number, rowB: number): number {
  let [product, squaresA, squaresB] = [0, 0, 0]
  for (const column of over) {
    if (column === rowA || column === rowB) continue
    product += a[column]! * b[column]!
    squaresA += a[column]! ** 2
    squaresB += b[column]! ** 2
  }
  // Two codes that meet each other but nobody else are still company.
  const together = a[rowB]! > 0 ? 1e-6 * a[rowB]! : 0
  return (squaresA === 0 || squaresB === 0 ? 0 : product / Math.sqrt(squaresA * squaresB)) + together
}
