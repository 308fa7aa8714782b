import type { Project } from '../storage/project.ts'
import { positionsFrom } from './positions.ts'
import { documentQueries, positionQueries } from './queries.ts'

/** `coded`: share of the text's UTF-16 units that carry a coding, 0 to 1; null for an empty text. */
export type Coverage = { codings: number; coded: number | null }

const known = new WeakMap<Project, Map<string, Coverage>>()

/** Reckoned once a document and kept until a change touches that document, so that a list of hundreds need not read every coding again. */
export function coverageOf(project: Project, documentId: string): Coverage {
  const coverages = coveragesOf(project)
  const before = coverages.get(documentId)
  if (before) return before
  const coverage = reckon(project, documentId)
  coverages.set(documentId, coverage)
  return coverage
}

function coveragesOf(project: Project): Map<string, Coverage> {
  const before = known.get(project)
  if (before) return before
  const coverages = new Map<string, Coverage>()
  known.set(project, coverages)
  project.onChange(({ documents }) => {
    if (documents === null) coverages.clear()
    else for (const id of documents) coverages.delete(id)
  })
  return coverages
}

function reckon(project: Project, documentId: string): Coverage {
  const anchors = project.use(documentQueries).anchors.all(documentId)
  const positions = positionsFrom(project.use(positionQueries).turns.all(documentId))
  if (positions.length === 0) return { codings: anchors.length, coded: null }
  const ranges = anchors.map((anchor) => ({
    start: positions.toOffset({ turnId: anchor.startTurn, offset: anchor.startOffset }),
    end: positions.toOffset({ turnId: anchor.endTurn, offset: anchor.endOffset }),
  }))
  return { codings: anchors.length, coded: unionLength(ranges) / positions.length }
}

/** How much the ranges cover together. */
export function unionLength(ranges: { start: number; end: number }[]): number {
  let covered = 0
  let reached = 0
  for (const { start, end } of ranges.sort((a, b) => a.start - b.start)) {
    if (end <= reached) continue
    covered += end - Math.max(start, reached)
    reached = end
  }
  return covered
}
