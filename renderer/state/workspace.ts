import { create } from 'zustand'
import type { CodingFilter } from '#shared/contract/codings.ts'
import type { MemoTarget } from '#shared/contract/memos.ts'

export type View = 'code' | 'matrix' | 'themes' | 'cases' | 'memos' | 'history'

/** A passage of a document: UTF-16 units, half-open. */
export type Passage = { documentId: string; start: number; end: number }

/** Which passages to list, and what to call them. */
export type SegmentsFilter = { title: string; filter: CodingFilter }

type Workspace = {
  view: View
  openDocumentIds: string[]
  activeDocumentId: string | null
  /** The code whose definition and segments are shown, and that Enter applies. */
  activeCodeId: string | null
  /** Passages that a view asked to see below the transcript, such as a matrix cell's; null: those of the active code. */
  segmentsFilter: SegmentsFilter | null
  /** What is selected in the transcript; null where the selection is empty. */
  selection: Passage | null
  /** Codings shown as chosen: by a click on a stripe or a segment. */
  selectedCodingIds: string[]
  /** A wish to bring a passage into view and mark it; `nonce` makes the same wish anew. */
  reveal: (Passage & { codingId: string | null; nonce: number }) | null
  /** What the memo panel shows; null: closed. */
  memoTarget: MemoTarget | null
  /** Codes as they were last applied, latest first, for the digits and Enter. */
  recentCodeIds: string[]
  /** Where the transcript stands: its first visible turn, counted from 1, of all, and the codings in sight; null: no transcript. */
  place: { turn: number; turns: number; codings: number } | null
}

/** What is open in a window that has just begun with a project: told from a window whose last tab was closed. */
export const noneYet: string[] = []

const start: Workspace = {
  view: 'code',
  openDocumentIds: noneYet,
  activeDocumentId: null,
  activeCodeId: null,
  segmentsFilter: null,
  selection: null,
  selectedCodingIds: [],
  reveal: null,
  memoTarget: null,
  recentCodeIds: [],
  place: null,
}

/** What the window shows; the study itself is the engine's. Read with a selector, change through the functions below. */
export const useWorkspace = create<Workspace>()(() => start)

const set = useWorkspace.setState
const recentCodes = 9

export function resetWorkspace(): void {
  set(start)
}

export function showView(view: View): void {
  set({ view })
}

export function openDocument(documentId: string): void {
  set(({ openDocumentIds }) => ({
    view: 'code',
    activeDocumentId: documentId,
    openDocumentIds: openDocumentIds.includes(documentId) ? openDocumentIds : [...openDocumentIds, documentId],
  }))
}

/** Opens what was open at another time, unless something has been opened by now. */
export function restoreDocuments(ids: string[], active: string): void {
  set(({ openDocumentIds }) =>
    openDocumentIds.length > 0 || ids.length === 0 ? {} : { openDocumentIds: ids, activeDocumentId: ids.includes(active) ? active : ids[0]! },
  )
}

export function closeDocument(documentId: string): void {
  set(({ openDocumentIds, activeDocumentId }) => {
    const left = openDocumentIds.filter((id) => id !== documentId)
    const neighbour = left[Math.min(openDocumentIds.indexOf(documentId), left.length - 1)] ?? null
    return { openDocumentIds: left, activeDocumentId: activeDocumentId === documentId ? neighbour : activeDocumentId }
  })
}

/** Shows the code's definition and its segments. */
export function activateCode(codeId: string | null): void {
  set({ activeCodeId: codeId, segmentsFilter: null })
}

/** Lists other passages than the active code's; null: the active code's again. */
export function showSegments(segmentsFilter: SegmentsFilter | null): void {
  set({ segmentsFilter })
}

export function select(selection: Passage | null): void {
  set({ selection })
}

export function selectCodings(selectedCodingIds: string[]): void {
  set({ selectedCodingIds })
}

/** Opens the document if need be, scrolls to the passage and marks it. */
export function revealPassage(passage: Passage, codingId: string | null = null): void {
  openDocument(passage.documentId)
  set(({ reveal }) => ({ reveal: { ...passage, codingId, nonce: (reveal?.nonce ?? 0) + 1 }, selectedCodingIds: codingId ? [codingId] : [] }))
}

export function showMemos(memoTarget: MemoTarget | null): void {
  set({ memoTarget })
}

export function noteCodeUsed(codeId: string): void {
  set(({ recentCodeIds }) => ({ recentCodeIds: [codeId, ...recentCodeIds.filter((id) => id !== codeId)].slice(0, recentCodes) }))
}

/** What of the active transcript is in sight, for the status bar. */
export function showPlace(place: Workspace['place']): void {
  set({ place })
}
