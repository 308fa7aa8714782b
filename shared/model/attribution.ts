import { lastAtOrBefore } from '../text/search.ts'

/**
 * Whose words a coded passage is: it belongs to every case that its document is linked to as a whole, and to the cases of the speakers
 * whose turns it touches. Everything that tells of codings by case (evidence, filters, themes, crosstabs) asks this file.
 */

/** What attribution needs to know of one document; plain arrays, parallel by turn. */
export type AttributedDocument = {
  /** Cases that are linked to the document as a whole. */
  caseIds: readonly string[]
  /** Position of each turn's first character in the document's text, UTF-16 units, ascending; turns are joined by one LF. */
  starts: readonly number[]
  /** The case of each turn's speaker; null without a speaker, or for one who is no case. */
  turnCaseIds: readonly (string | null)[]
}

/**
 * Indexes of the first and the last turn that the passage [start, end) touches. The LF behind a turn is its end: a passage that begins
 * with it touches only the turns behind, unless it is nothing else.
 *
 * `starts` as in AttributedDocument and not empty; 0 ≤ start < end ≤ length of the text, UTF-16 units.
 */
export function touchedTurns(starts: readonly number[], start: number, end: number): { first: number; last: number } {
  const first = lastAtOrBefore(starts, start)
  const beginsWithBreak = starts[first + 1] === start + 1 && end > start + 1
  return { first: beginsWithBreak ? first + 1 : first, last: lastAtOrBefore(starts, end - 1) }
}

/** Ids of the cases that the passage [start, end) belongs to, each once: the document's, then the speakers' in the order they speak. */
export function casesOfPassage(document: AttributedDocument, start: number, end: number): string[] {
  const found = new Set(document.caseIds)
  if (document.starts.length > 0) {
    const { first, last } = touchedTurns(document.starts, start, end)
    for (let turn = first; turn <= last; turn++) {
      const caseId = document.turnCaseIds[turn]
      if (caseId) found.add(caseId)
    }
  }
  return [...found]
}
