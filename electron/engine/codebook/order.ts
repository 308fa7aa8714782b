/**
 * The order of siblings (codes below one parent, themes) as whole numbers with room between them: a move writes only what is moved,
 * until the room at that place is used up and all siblings are numbered anew.
 */

export type Placed = { id: string; position: number }

export const orderGap = 1024

/**
 * The positions to write so that `ids` stand, in their order, before the sibling `beforeId` or at the end.
 * `siblings` are those that stay, ascending by position; none of `ids` is among them. A `beforeId` that is not there means the end.
 */
export function placesFor(siblings: readonly Placed[], ids: readonly string[], beforeId: string | null): Placed[] {
  const found = siblings.findIndex((sibling) => sibling.id === beforeId)
  const index = found < 0 ? siblings.length : found
  const above = siblings[index - 1]?.position
  const below = siblings[index]?.position
  if (below === undefined) return spread(ids, above === undefined ? 0 : above + orderGap, orderGap)
  if (above === undefined) return spread(ids, below - ids.length * orderGap, orderGap)
  const step = Math.floor((below - above) / (ids.length + 1))
  if (step > 0) return spread(ids, above + step, step)
  const all = [...siblings.slice(0, index).map((sibling) => sibling.id), ...ids, ...siblings.slice(index).map((sibling) => sibling.id)]
  const positions = new Map(siblings.map((sibling) => [sibling.id, sibling.position]))
  return spread(all, 0, orderGap).filter(({ id, position }) => positions.get(id) !== position)
}

function spread(ids: readonly string[], first: number, step: number): Placed[] {
  return ids.map((id, index) => ({ id, position: first + index * step }))
}
