import { Problem } from '#shared/model/problem.ts'
import { splitsCharacter } from '#shared/text/edits.ts'
import { assertRange, type Positions, positionsOf } from '../documents/positions.ts'
import type { Project } from '../storage/project.ts'
import { codingQueries, type TurnText } from './queries.ts'

/** The positions and turns that one call needs, each read once. Good for as long as the texts do not change. */
export type Texts = {
  positions(documentId: string): Positions
  turn(turnId: string): TurnText
  /** Refuses a range that the text does not have, or whose ends would divide a character: range-empty, range-outside, edit-splits-character. */
  assertCodable(documentId: string, start: number, end: number): void
}

export function readTexts(project: Project): Texts {
  const codings = project.use(codingQueries)
  const positions = remember((documentId: string) => positionsOf(project, documentId))
  const turn = remember((turnId: string) => codings.turnText.get(turnId)!)
  const hasPairs = remember((documentId: string) => codings.document.get(documentId)!.characters !== positions(documentId).length)
  const assertWhole = (documentId: string, position: number) => {
    // As many code points as code units: no character takes two, and no text need be read.
    if (!hasPairs(documentId)) return
    const { turnId, offset } = positions(documentId).toAnchor(position)
    if (offset > 0 && splitsCharacter(turn(turnId).text, offset)) throw new Problem('edit-splits-character', { position })
  }
  return {
    positions,
    turn,
    assertCodable(documentId, start, end) {
      assertRange(positions(documentId), start, end)
      assertWhole(documentId, start)
      assertWhole(documentId, end)
    },
  }
}

function remember<T>(read: (id: string) => T): (id: string) => T {
  const known = new Map<string, T>()
  return (id) => {
    const value = known.get(id) ?? read(id)
    known.set(id, value)
    return value
  }
}
