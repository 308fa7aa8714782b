import { type AttributedDocument, casesOfPassage } from '#shared/model/attribution.ts'
import { positionsFrom } from '../documents/positions.ts'
import type { Project } from '../storage/project.ts'
import { caseQueries } from './queries.ts'

/** Whose words the documents hold, read document by document as they are asked for; good for as long as nothing changes. */
export type Attribution = {
  /** Cases that a passage of the document can belong to at all. */
  possibleCases(documentId: string): Set<string>
  ofDocument(documentId: string): AttributedDocument
  /** The cases of one passage by its anchors: reads only the turns that it touches, where few passages of a document are asked about. */
  ofAnchored(passage: AnchoredPassage): string[]
}

export type AnchoredPassage = { documentId: string; startTurnId: string; startOffset: number; endTurnId: string; endOffset: number }

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

  const ofAnchored = ({ documentId, startTurnId, startOffset, endTurnId, endOffset }: AnchoredPassage): string[] => {
    const caseIds = whole.get(documentId) ?? []
    if (!speaking.has(documentId)) return caseIds
    const turns = cases.turnCasesBetween.all({ startTurnId, endTurnId })
    const { starts } = positionsFrom(turns.map(({ units }) => ({ id: '', units })))
    const touched = { caseIds, starts, turnCaseIds: turns.map((turn) => turn.caseId) }
    return casesOfPassage(touched, startOffset, starts.at(-1)! + endOffset)
  }

  return {
    ofAnchored,
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
