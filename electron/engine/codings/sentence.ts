import { Problem } from '#shared/model/problem.ts'
import { requireCode } from '../codebook/rules.ts'
import type { Project } from '../storage/project.ts'
import { codingQueries } from './queries.ts'

/**
 * What fills the blanks of a sentence about codings in the history: `count`, and the code and document by name where there is one,
 * by number (`codes`, `documents`) where there are several. Refuses with not-found what is not there.
 */
export function sentenceOf(project: Project, codings: readonly { codeId: string; documentId: string }[]): Record<string, string | number> {
  const codeIds = [...new Set(codings.map((coding) => coding.codeId))]
  const documentIds = [...new Set(codings.map((coding) => coding.documentId))]
  return {
    count: codings.length,
    ...(codeIds.length === 1 ? { code: requireCode(project, codeIds[0]!).name } : { codes: codeIds.length }),
    ...(documentIds.length === 1 ? { document: documentName(project, documentIds[0]!) } : { documents: documentIds.length }),
  }
}

function documentName(project: Project, id: string): string {
  const row = project.use(codingQueries).document.get(id)
  if (!row) throw new Problem('not-found', { what: 'document', id })
  return row.name
}
