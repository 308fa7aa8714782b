/** The code tree as plain arrays: every function takes codes in any order and leaves them as they are. */

type Node = { id: string; parentId: string | null }

/** Codes in tree order: parents before their children, siblings by position (names decide where two positions are equal). */
export function inTreeOrder<C extends Node & { position: number; name: string }>(codes: readonly C[]): C[] {
  const children = childrenOf(codes)
  const ordered: C[] = []
  const visit = (parentId: string | null) => {
    const siblings = (children.get(parentId) ?? []).toSorted((a, b) => a.position - b.position || (a.name < b.name ? -1 : 1))
    for (const code of siblings) {
      ordered.push(code)
      visit(code.id)
    }
  }
  visit(null)
  return ordered
}

/** The names from the top of the tree down to the code: `["Barriers", "Money"]`. Empty for a code that is not there. */
export function codePath(codes: readonly (Node & { name: string })[], id: string): string[] {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const path: string[] = []
  for (let code = byId.get(id); code; code = code.parentId === null ? undefined : byId.get(code.parentId)) path.unshift(code.name)
  return path
}

/** The codes of `ids` and all below them, each once. */
export function withSubCodes(codes: readonly Node[], ids: Iterable<string>): Set<string> {
  const children = childrenOf(codes)
  const found = new Set<string>()
  const pending = [...ids]
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue
    found.add(id)
    for (const child of children.get(id) ?? []) pending.push(child.id)
  }
  return found
}

/**
 * The codes whose codings a theme counts: its own and all codes below them, for a sub-code is a finer shade of what the theme gathers.
 * A code that stands in the theme itself and below another of its codes is there once.
 */
export function codesOfTheme(codes: readonly Node[], theme: { codeIds: readonly string[] }): Set<string> {
  return withSubCodes(codes, theme.codeIds)
}

/** How sibling names are compared: `Trust` and `trust` are one name. */
export function sameNameKey(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

function childrenOf<C extends Node>(codes: readonly C[]): Map<string | null, C[]> {
  const children = new Map<string | null, C[]>()
  for (const code of codes) {
    const siblings = children.get(code.parentId)
    if (siblings) siblings.push(code)
    else children.set(code.parentId, [code])
  }
  return children
}
