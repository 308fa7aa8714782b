import type { Project } from '../storage/project.ts'
import { type Joined, settle } from './joining.ts'
import { anchors, type PlacedCoding, placed } from './placed.ts'
import { codingQueries } from './queries.ts'
import type { Texts } from './texts.ts'

/** Writes what joined: the kept coding grows (or is made), the memos of the others become its own, the others go. */
export function writeJoined(project: Project, texts: Texts, { kept, gone }: Joined<PlacedCoding>, isNew: (coding: PlacedCoding) => boolean): void {
  const codings = project.use(codingQueries)
  const row = { ...kept, ...anchors(texts.positions(kept.documentId), kept) }
  if (isNew(kept)) codings.insert.run(row)
  else codings.update.run(row)
  for (const other of gone) {
    if (isNew(other)) continue
    codings.moveMemos.run({ from: other.id, into: kept.id })
    codings.remove.run(other.id)
  }
}

/**
 * Gives codings that are there another code, inside a change that is under way. One that then meets another of that code and coder in
 * its document joins it.
 */
export function giveCode(project: Project, texts: Texts, moving: readonly PlacedCoding[], codeId: string): void {
  const codings = project.use(codingQueries)
  const movingIds = new Set(moving.map((coding) => coding.id))
  for (const group of alikeGroups(moving.map((coding) => ({ ...coding, codeId })))) {
    const { documentId, coderId } = group[0]!
    const positions = texts.positions(documentId)
    const standing = codings.alike
      .all({ documentId, coderId, codeId })
      .filter((row) => !movingIds.has(row.id))
      .map((row) => placed(row, positions))
    for (const joined of settle(standing, group)) writeJoined(project, texts, joined, () => false)
  }
}

/** Codings that may join: of one code and coder in one document. */
export function alikeGroups<C extends { documentId: string; codeId: string; coderId: string }>(codings: readonly C[]): C[][] {
  const groups = Map.groupBy(codings, ({ documentId, codeId, coderId }) => `${documentId} ${codeId} ${coderId}`)
  // Neighbours in an index are written one after the other.
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group)
}
