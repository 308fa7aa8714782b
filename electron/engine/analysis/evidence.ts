import { casesOfPassage } from '#shared/model/attribution.ts'
import { type CodingTuple, type Layout, type Passage, passagesOf, speakersOf } from './passages.ts'
import { pushTo } from './spans.ts'

/** Codings with all that tells whose words they are. */
export type Evidence = {
  passages: Passage[]
  layouts: Map<string, Layout>
  /** The cases that a passage belongs to (shared/model/attribution.ts). */
  casesOf(passage: Passage): string[]
  speakersOf(passage: Passage): string[]
}

export type Links = {
  speakers: readonly { id: string; caseId: string | null }[]
  caseDocuments: readonly { caseId: string; documentId: string }[]
}

/** Layouts must hold speakers. Answers are remembered per passage: crosstabs ask for each one several times. */
export function evidenceOf(codings: Iterable<CodingTuple>, layouts: Map<string, Layout>, links: Links): Evidence {
  const caseOfSpeaker = new Map(links.speakers.map((speaker) => [speaker.id, speaker.caseId]))
  const casesOfDocument = new Map<string, string[]>()
  for (const { documentId, caseId } of links.caseDocuments) pushTo(casesOfDocument, documentId, caseId)
  const attributed = new Map(
    [...layouts].map(([id, { starts, speakerIds }]) => {
      const turnCaseIds = speakerIds.map((speaker) => (speaker === null ? null : (caseOfSpeaker.get(speaker) ?? null)))
      return [id, { caseIds: casesOfDocument.get(id) ?? [], starts, turnCaseIds }]
    }),
  )
  return {
    passages: passagesOf(codings, layouts),
    layouts,
    casesOf: remembered((passage) => casesOfPassage(attributed.get(passage.documentId)!, passage.start, passage.end)),
    speakersOf: remembered((passage) => speakersOf(passage, layouts.get(passage.documentId)!)),
  }
}

function remembered<T>(answer: (passage: Passage) => T): (passage: Passage) => T {
  const known = new Map<Passage, T>()
  return (passage) => {
    const found = known.get(passage)
    if (found !== undefined) return found
    const fresh = answer(passage)
    known.set(passage, fresh)
    return fresh
  }
}
