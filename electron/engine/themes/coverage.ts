import { codesOfTheme } from '#shared/model/codeTree.ts'
import { readAttribution } from '../cases/attribution.ts'
import { codeQueries } from '../codebook/queries.ts'
import { codingQueries } from '../codings/queries.ts'
import type { Project } from '../storage/project.ts'
import { themeQueries } from './queries.ts'

export type Coverage = { codings: number; documents: number; cases: number }

type Covering = { id: string; codeIds: ReadonlySet<string>; codings: number; documentIds: Set<string>; caseIds: Set<string> }

/** How much of the material each theme covers: codings of its codes and of all below them, each once, and where they stand. */
export function coverageOf(project: Project, themes: readonly { id: string; codeIds: readonly string[] }[]): Map<string, Coverage> {
  const codes = project.use(codeQueries).all.all()
  const covering = themes.map(
    (theme): Covering => ({ id: theme.id, codeIds: codesOfTheme(codes, theme), codings: 0, documentIds: new Set(), caseIds: new Set() }),
  )
  for (const { codeId, documentId, n } of project.use(themeQueries).uses.all()) {
    for (const theme of covering) {
      if (!theme.codeIds.has(codeId)) continue
      theme.codings += n
      theme.documentIds.add(documentId)
    }
  }
  findCases(project, covering)
  return new Map(covering.map(({ id, codings, documentIds, caseIds }) => [id, { codings, documents: documentIds.size, cases: caseIds.size }]))
}

/** Of a document it reads no more codings than it takes to find, for every theme that is used in it, all cases that it can hold. */
function findCases(project: Project, themes: readonly Covering[]): void {
  const attribution = readAttribution(project)
  for (const documentId of new Set(themes.flatMap((theme) => [...theme.documentIds]))) {
    const possible = attribution.possibleCases(documentId)
    let seeking = themes.filter((theme) => theme.documentIds.has(documentId) && lacksAny(theme, possible))
    if (seeking.length === 0) continue
    for (const coding of project.use(codingQueries).anchorsInDocument.iterate(documentId)) {
      const counting = seeking.filter((theme) => theme.codeIds.has(coding.codeId))
      if (counting.length === 0) continue
      addCases(counting, attribution.ofAnchored(coding))
      seeking = seeking.filter((theme) => lacksAny(theme, possible))
      if (seeking.length === 0) break
    }
  }
}

function addCases(themes: readonly Covering[], caseIds: readonly string[]): void {
  for (const theme of themes) for (const caseId of caseIds) theme.caseIds.add(caseId)
}

function lacksAny(theme: Covering, caseIds: ReadonlySet<string>): boolean {
  for (const caseId of caseIds) if (!theme.caseIds.has(caseId)) return true
  return false
}
