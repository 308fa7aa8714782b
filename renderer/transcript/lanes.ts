import type { Range } from '#shared/text/edits.ts'

/**
 * A lane for each span, so that no two in one lane come closer than `gap`: each takes the lowest that is free. `spans` in order of
 * their beginnings; the answer is in the same order.
 */
export function assignLanes(spans: readonly Range[], gap = 0): { lanes: number[]; count: number } {
  const free: number[] = []
  const lanes = spans.map(({ start, end }) => {
    let lane = 0
    while (lane < free.length && free[lane]! > start) lane++
    free[lane] = end + gap
    return lane
  })
  return { lanes, count: free.length }
}

/** A stripe on the screen: pixels from the canvas's top, and the right edge of its lane. */
export type LabelWish = { top: number; bottom: number; right: number }
export type Label = { index: number; x: number; y: number }

/**
 * Where the names of stripes stand: each beside its own stripe or just below, as near to its beginning as there is room, right of every
 * stripe in those rows, none over another and none outside [0, height). Those that find no room have none.
 */
export function placeLabels(stripes: readonly LabelWish[], rowHeight: number, height: number, gap: number): Label[] {
  const labels: Label[] = []
  const taken: number[] = []
  const order = stripes.map((_, index) => index).sort((a, b) => stripes[a]!.top - stripes[b]!.top || stripes[a]!.right - stripes[b]!.right)
  for (const index of order) {
    const stripe = stripes[index]!
    const latest = Math.min(Math.max(stripe.bottom, stripe.top + rowHeight) + rowHeight / 2, height) - rowHeight
    let y = Math.max(0, stripe.top)
    for (const used of taken) if (y < used + rowHeight && used < y + rowHeight) y = used + rowHeight
    if (y > latest) continue
    let x = stripe.right
    for (const other of stripes) if (other.top < y + rowHeight && y < other.bottom) x = Math.max(x, other.right)
    taken.push(y)
    taken.sort((a, b) => a - b)
    labels.push({ index, x: x + gap, y })
  }
  return labels
}
