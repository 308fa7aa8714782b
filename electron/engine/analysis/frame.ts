/** A code in the tree; arrays of codes are in tree order: parents before their children. */
export type TreeCode = { id: string; parentId: string | null; name: string; color: string; codable: boolean }

/** Which codes a matrix shows, and which of its rows a coding counts for. */
export type Frame = {
  codeIds: string[]
  /** Rows to which a coding of this code belongs: its own, and with roll-up those of the codes above it. */
  rowsOf(codeId: string): readonly number[]
  /** True for a row with itself and, with roll-up, for a code and one above it: their meeting says nothing. */
  related(row: number, column: number): boolean
}

/** `codeIds`: only these, in this order; otherwise all codable codes, with `rollUp` the categories too. */
export function frameOf(codes: readonly TreeCode[], codeIds: readonly string[] | undefined, rollUp: boolean): Frame {
  const shown = codeIds ? [...new Set(codeIds)] : codes.filter((code) => rollUp || code.codable).map((code) => code.id)
  const rowOf = new Map(shown.map((id, row) => [id, row]))
  const above = rollUp ? ancestors(codes) : new Map<string, string[]>()
  const rows = new Map<string, number[]>()
  for (const code of codes) {
    const lineage = [code.id, ...(above.get(code.id) ?? [])]
    rows.set(
      code.id,
      lineage.flatMap((id) => rowOf.get(id) ?? []),
    )
  }
  const aboveRows = shown.map((id) => new Set((above.get(id) ?? []).flatMap((ancestor) => rowOf.get(ancestor) ?? [])))
  return {
    codeIds: shown,
    rowsOf: (codeId) => rows.get(codeId) ?? [],
    related: (row, column) => row === column || aboveRows[row]!.has(column) || aboveRows[column]!.has(row),
  }
}

/** Each code with all codes above it, nearest first. */
function ancestors(codes: readonly TreeCode[]): Map<string, string[]> {
  const above = new Map<string, string[]>()
  for (const code of codes) above.set(code.id, code.parentId === null ? [] : [code.parentId, ...(above.get(code.parentId) ?? [])])
  return above
}
