import type { Code } from '#shared/contract/codebook.ts'
import { sameNameKey } from '#shared/model/codeTree.ts'

/** The codebook as the pane needs it; made once for each answer of the engine. */
export type CodeTree = {
  codes: readonly Code[]
  byId: ReadonlyMap<string, Code>
  /** Ids of the codes below a code (null: the top), in their order. A code without sub-codes has no entry. */
  children: ReadonlyMap<string | null, readonly string[]>
  /** Codings of a code and of all below it. */
  totals: ReadonlyMap<string, number>
}

/** `codes` in tree order, parents before their children. */
export function buildTree(codes: readonly Code[]): CodeTree {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const children = new Map<string | null, string[]>()
  const totals = new Map<string, number>()
  for (const { id, parentId, codings } of codes) {
    totals.set(id, codings)
    const siblings = children.get(parentId)
    if (siblings) siblings.push(id)
    else children.set(parentId, [id])
  }
  for (const { id, parentId } of codes.toReversed()) {
    if (parentId !== null) totals.set(parentId, (totals.get(parentId) ?? 0) + totals.get(id)!)
  }
  return { codes, byId, children, totals }
}

export const emptyTree: CodeTree = buildTree([])

/** Ids from the code's parent up to the top. */
export function ancestorsOf(tree: CodeTree, id: string): string[] {
  const above: string[] = []
  for (let at = tree.byId.get(id)?.parentId ?? null; at !== null; at = tree.byId.get(at)?.parentId ?? null) above.push(at)
  return above
}

/** The number that a row shows: its own codings, and those of what it hides while it is closed. */
export function shownCount(tree: CodeTree, id: string, expanded: boolean): number {
  return (expanded ? tree.byId.get(id)?.codings : tree.totals.get(id)) ?? 0
}

export type Filtered = { matches: ReadonlySet<string>; children: CodeTree['children'] }

/**
 * The part of the tree whose names hold every word of `text`, and all above a match, so that each keeps its place.
 * Null for an empty text: everything is shown.
 */
export function filterTree(tree: CodeTree, text: string): Filtered | null {
  const words = sameNameKey(text).split(/\s+/u).filter(Boolean)
  if (words.length === 0) return null
  const matches = new Set<string>()
  const shown = new Set<string>()
  for (const { id, name } of tree.codes) {
    const key = sameNameKey(name)
    if (!words.every((word) => key.includes(word))) continue
    matches.add(id)
    shown.add(id)
    for (const above of ancestorsOf(tree, id)) shown.add(above)
  }
  const children = new Map<string | null, string[]>()
  for (const [parent, ids] of tree.children) {
    const left = ids.filter((id) => shown.has(id))
    if (left.length > 0) children.set(parent, left)
  }
  return { matches, children }
}

/** The next of `ids` behind `from` whose name begins with `typed`, going round; typing one letter again goes on to the next. */
export function typeAhead(tree: CodeTree, ids: readonly string[], from: string | null, typed: string): string | null {
  const letters = [...sameNameKey(typed)]
  const repeated = letters.every((letter) => letter === letters[0])
  const wanted = repeated ? letters[0]! : letters.join('')
  const at = from === null ? -1 : ids.indexOf(from)
  const first = letters.length === 1 || repeated ? at + 1 : Math.max(at, 0)
  for (let step = 0; step < ids.length; step++) {
    const id = ids[(first + step) % ids.length]!
    if (sameNameKey(tree.byId.get(id)?.name ?? '').startsWith(wanted)) return id
  }
  return null
}
