import { Problem } from '#shared/model/problem.ts'
import { lastAtOrBefore } from '#shared/text/search.ts'
import type { Project } from '../storage/project.ts'
import { positionQueries } from './queries.ts'

/** A place in the project file: an offset inside a turn, UTF-16 code units. */
export type Anchor = { turnId: string; offset: number }

/**
 * Translates between positions in a document's text (UTF-16 units, one LF between turns) and places in its turns. Made from the turns'
 * lengths alone; good for as long as the text does not change.
 */
export type Positions = {
  turnIds: string[]
  /** Position of each turn's first character. */
  starts: number[]
  /** Length of each turn. */
  units: number[]
  /** Length of the whole text. */
  length: number
  /** Where a place lies in the text. Throws if the turn is not of this document. */
  toOffset(anchor: Anchor): number
  /** The place of a position; the LF behind a turn belongs to the turn's end. */
  toAnchor(offset: number): Anchor
  /** Index of the turn that holds a position. */
  turnAt(offset: number): number
}

export function positionsFrom(turns: { id: string; units: number }[]): Positions {
  const turnIds = turns.map((turn) => turn.id)
  const units = turns.map((turn) => turn.units)
  const starts: number[] = []
  let at = 0
  for (const length of units) {
    starts.push(at)
    at += length + 1
  }
  const indexOf = new Map(turnIds.map((id, index) => [id, index]))
  const turnAt = (offset: number) => lastAtOrBefore(starts, offset)
  return {
    turnIds,
    starts,
    units,
    length: Math.max(0, at - 1),
    toOffset({ turnId, offset }) {
      const index = indexOf.get(turnId)
      if (index === undefined) throw new Error(`turn ${turnId} is not in this document`)
      return starts[index]! + offset
    },
    toAnchor(offset) {
      const index = turnAt(offset)
      return { turnId: turnIds[index]!, offset: offset - starts[index]! }
    },
    turnAt,
  }
}

/** Refuses with not-found for a document that is not there, with range-outside and range-empty for a range that its text does not have. */
export function positionsOf(project: Project, documentId: string): Positions {
  const turns = project.use(positionQueries).turns.all(documentId)
  if (turns.length === 0) throw new Problem('not-found', { what: 'document', id: documentId })
  return positionsFrom(turns)
}

export function assertRange(positions: Positions, start: number, end: number): void {
  if (start >= end) throw new Problem('range-empty', { start, end })
  if (end > positions.length) throw new Problem('range-outside', { start, end, length: positions.length })
}
