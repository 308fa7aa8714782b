import { casesOfPassage } from '#shared/model/attribution.ts'
import { codesOfTheme } from '#shared/model/codeTree.ts'
import { readAttribution } from '../cases/attribution.ts'
import { codeQueries } from '../codebook/queries.ts'
import { placed } from '../codings/placed.ts'
import { filterQueries } from '../codings/queries.ts'
import { positionsOf } from '../documents/positions.ts'
import type { Project } from '../storage/project.ts'
import { themeQueries } from './queries.ts'

export type Coverage = { codings: number; documents: number; cases: number }

/** How much of the material each theme covers: codings of its codes and of all below them, each once, and where they stand. */
export function coverageOf(project: Project, themes: readonly { id: string; codeIds: readonly string[] }[]): Map<string, Coverage> {
  const codes = project.use(codeQueries).all.all()
  const uses = Map.groupBy(project.use(themeQueries).uses.all(), (use) => use.codeId)
  const casesCovered = caseCounter(project)
  return new Map(
    themes.map((theme) => {
      const codeIds = [...codesOfTheme(codes, theme)]
      const used = codeIds.flatMap((id) => uses.get(id) ?? [])
      const documentIds = new Set(used.map((use) => use.documentId))
      const codings = used.reduce((sum, use) => sum + use.n, 0)
      return [theme.id, { codings, documents: documentIds.size, cases: casesCovered(codeIds, documentIds) }]
    }),
  )
}

/** Counts the cases that a set of codes reaches; of a document it reads no more codings than it takes to find all cases it can hold. */
function caseCounter(project: Project): (codeIds: string[], documentIds: Iterable<string>) => number {
  const attribution = readAttribution(project)
  const placesOf = rememberedPositions(project)
  return (codeIds, documentIds) => {
    const found = new Set<string>()
    for (const documentId of documentIds) {
      const document = attribution.ofDocument(documentId)
      for (const caseId of document.caseIds) found.add(caseId)
      const missing = new Set([...attribution.possibleCases(documentId)].filter((caseId) => !found.has(caseId)))
      if (missing.size === 0) continue
      const positions = placesOf(documentId)
      for (const row of project.use(filterQueries).inDocument(documentId, { codeIds })) {
        const { start, end } = placed(row, positions)
        for (const caseId of casesOfPassage(document, start, end)) {
          found.add(caseId)
          missing.delete(caseId)
        }
        if (missing.size === 0) break
      }
    }
    return found.size
  }
}

function rememberedPositions(project: Project) {
  const known = new Map<string, ReturnType<typeof positionsOf>>()
  return (documentId: string) => {
    const positions = known.get(documentId) ?? positionsOf(project, documentId)
    known.set(documentId, positions)
    return positions
  }
}
