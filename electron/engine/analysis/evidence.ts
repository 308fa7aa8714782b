import { type AttributedDocument, casesOfPassage } from '#shared/model/attribution.ts'
import { type Layout, type Passage, speakersOf } from './passages.ts'
import { pushTo } from './spans.ts'

/** One document's codings in their order, and the shape of its text. */
export type CodedDocument = { layout: Layout; passages: Passage[] }

/** Documents as they were read, kept until a change touches them: choosing another measure or cell reads nothing again. */
export type CodedDocuments = {
  get(documentId: string): CodedDocument
  /** Null: forget all. */
  forget(documentIds: readonly string[] | null): void
}

export function codedDocuments(read: (documentId: string) => CodedDocument): CodedDocuments {
  const known = new Map<string, CodedDocument>()
  return {
    get(id) {
      const document = known.get(id) ?? read(id)
      known.set(id, document)
      return document
    },
    forget(ids) {
      if (ids === null) known.clear()
      else for (const id of ids) known.delete(id)
    },
  }
}

/** Codings with all that tells whose words they are. */
export type Evidence = {
  /** By document, then start. */
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

export function evidenceOf(documents: ReadonlyMap<string, CodedDocument>, links: Links, chosen: (passage: Passage) => boolean): Evidence {
  const layouts = new Map([...documents].map(([id, { layout }]) => [id, layout]))
  const attributionOf = attributionFrom(layouts, links)
  return {
    passages: [...documents.values()].flatMap(({ passages }) => passages.filter(chosen)),
    layouts,
    casesOf: remembered((passage) => casesOfPassage(attributionOf(passage.documentId), passage.start, passage.end)),
    speakersOf: remembered((passage) => speakersOf(passage, layouts.get(passage.documentId)!)),
  }
}

function attributionFrom(layouts: ReadonlyMap<string, Layout>, links: Links): (documentId: string) => AttributedDocument {
  const caseOfSpeaker = new Map(links.speakers.map((speaker) => [speaker.id, speaker.caseId]))
  const casesOfDocument = new Map<string, string[]>()
  for (const { documentId, caseId } of links.caseDocuments) pushTo(casesOfDocument, documentId, caseId)
  return remembered((documentId) => {
    const { starts, speakerIds } = layouts.get(documentId)!
    const turnCaseIds = speakerIds.map((speaker) => (speaker === null ? null : (caseOfSpeaker.get(speaker) ?? null)))
    return { caseIds: casesOfDocument.get(documentId) ?? [], starts, turnCaseIds }
  })
}

/** Answers each question once; crosstabs ask for the same passage several times. */
function remembered<K, T>(answer: (key: K) => T): (key: K) => T {
  const known = new Map<K, T>()
  return (key) => {
    const found = known.get(key)
    if (found !== undefined) return found
    const fresh = answer(key)
    known.set(key, fresh)
    return fresh
  }
}
