import type { AttributedDocument } from '#shared/model/attribution.ts'
import { positionsFrom } from '../documents/positions.ts'
import type { Project } from '../storage/project.ts'
import { caseQueries } from './queries.ts'

/** Whose words the documents hold, read document by document as they are asked for; good for as long as nothing changes. */
export type Attribution = {
  /** Cases that a passage of the document can belong to at all. */
  possibleCases(documentId: string): Set<string>
  ofDocument(documentId: string): AttributedDocument
}

export function readAttribution(project: Project): Attribution {
  const cases = project.use(caseQueries)
  const whole = gathered(cases.documents.all())
  const speaking = gathered(cases.speakers.all())
  const known = new Map<string, AttributedDocument>()

  const read = (documentId: string): AttributedDocument => {
    const caseIds = whole.get(documentId) ?? []
    // Who speaks where matters only where a speaker is a case.
    if (!speaking.has(documentId)) return { caseIds, starts: [], turnCaseIds: [] }
    const turns = cases.turnCases.all(documentId)
    return { caseIds, starts: positionsFrom(turns).starts, turnCaseIds: turns.map((turn) => turn.caseId) }
  }

  return {
    possibleCases: (documentId) => new Set([...(whole.get(documentId) ?? []), ...(speaking.get(documentId) ?? [])]),
    ofDocument(documentId) {
      const document = known.get(documentId) ?? read(documentId)
      known.set(documentId, document)
      return document
    },
  }
}

function gathered(links: { documentId: string; caseId: string }[]): Map<string, string[]> {
  const byDocument = new Map<string, string[]>()
  for (const { documentId, caseId } of links) {
    const caseIds = byDocument.get(documentId)
    if (caseIds) caseIds.push(caseId)
    else byDocument.set(documentId, [caseId])
  }
  return byDocument
}
