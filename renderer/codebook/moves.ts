import { ancestorsOf, type CodeTree } from './tree.ts'

/** Where something is dropped: below a code (null: the top), at `index` among the children that are shown, or at the end. */
export type Place = { parentId: string | null; index: number | null }

export type Move = { ids: string[]; parentId: string | null; beforeId: string | null }

/** The codes of `ids` that lie below none of the others, in tree order: moving or removing them takes the others along. */
export function topmost(tree: CodeTree, ids: readonly string[]): string[] {
  const chosen = new Set(ids)
  return tree.codes.flatMap(({ id }) => (chosen.has(id) && !ancestorsOf(tree, id).some((above) => chosen.has(above)) ? [id] : []))
}

/**
 * What the engine is asked when `dragged` is dropped at `place`; null where it would change nothing or put a code below itself.
 * `shown` is what `place.index` counts: the children as the pane shows them.
 */
export function moveTo(tree: CodeTree, dragged: readonly string[], place: Place, shown: CodeTree['children'] = tree.children): Move | null {
  const ids = topmost(tree, dragged)
  const moving = new Set(ids)
  const { parentId, index } = place
  if (ids.length === 0) return null
  if (parentId !== null && (moving.has(parentId) || ancestorsOf(tree, parentId).some((above) => moving.has(above)))) return null
  const beforeId = index === null ? null : ((shown.get(parentId) ?? []).slice(index).find((id) => !moving.has(id)) ?? null)

  const now = tree.children.get(parentId) ?? []
  const rest = now.filter((id) => !moving.has(id))
  const at = beforeId === null ? rest.length : rest.indexOf(beforeId)
  const then = rest.toSpliced(at, 0, ...ids)
  const same = then.length === now.length && then.every((id, position) => id === now[position])
  return same ? null : { ids, parentId, beforeId }
}

export type Step = 'up' | 'down' | 'in' | 'out'

/** The same by keys: past the sibling above or below, below the sibling above, or out behind its parent. Null at the edge. */
export function moveBy(tree: CodeTree, id: string, step: Step): Move | null {
  const code = tree.byId.get(id)
  if (!code) return null
  const siblings = tree.children.get(code.parentId) ?? []
  const at = siblings.indexOf(id)
  if (step === 'up') return at === 0 ? null : moveTo(tree, [id], { parentId: code.parentId, index: at - 1 })
  if (step === 'down') return at === siblings.length - 1 ? null : moveTo(tree, [id], { parentId: code.parentId, index: at + 2 })
  if (step === 'in') return at === 0 ? null : moveTo(tree, [id], { parentId: siblings[at - 1]!, index: null })
  const parent = code.parentId === null ? undefined : tree.byId.get(code.parentId)
  if (!parent) return null
  const aunts = tree.children.get(parent.parentId) ?? []
  return moveTo(tree, [id], { parentId: parent.parentId, index: aunts.indexOf(parent.id) + 1 })
}
