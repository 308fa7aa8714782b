import type { Mark } from '#shared/contract/documents.ts'
import { applySplice, mapRange, type Splice } from '#shared/text/edits.ts'

/** What an edit can change of a turn. */
export type TurnState = {
  id: string
  speakerId: string | null
  continues: boolean
  startMs: number | null
  heading: number
  text: string
  marks: Mark[]
}

/**
 * The turns that stand in the place of `touched` after an edit. `splice` counts in UTF-16 units from the first turn's beginning, turns
 * joined by one LF, and begins in the first turn and ends in the last.
 *
 * The first turn keeps its id, and so does the last where an LF still divides them. What is new between goes on as the first turn's
 * speech. Where turns join, the first one's speaker and time stay, unless nothing of its text is left: then what is left stays with who
 * said it.
 */
export function rewriteTurns(touched: readonly TurnState[], splice: Splice, newId: () => string): TurnState[] {
  const first = touched[0]!
  const last = touched.at(-1)!
  const texts = applySplice(touched.map((turn) => turn.text).join('\n'), splice).split('\n')
  const marks = marksAfter(touched, splice, texts)
  const lastKeepsItself = touched.length > 1 && texts.length > 1
  const joined = touched.length > 1 && texts.length === 1 && splice.start === 0 && splice.text === '' && texts[0] !== '' ? last : first

  return texts.map((text, index) => {
    const now = { text, marks: marks[index]! }
    if (index === 0)
      return { ...joined, ...now, id: first.id, continues: joined === first ? first.continues : touched.every((turn) => turn.continues) }
    if (index === texts.length - 1 && lastKeepsItself) {
      return { ...last, ...now, continues: last.continues && last.speakerId === first.speakerId }
    }
    return { ...now, id: newId(), speakerId: first.speakerId, continues: true, startMs: null, heading: 0 }
  })
}

/** Where each text begins if they are joined by one LF. */
export function startsOf(texts: readonly string[]): number[] {
  let at = 0
  return texts.map((text) => {
    const start = at
    at += text.length + 1
    return start
  })
}

/** Formatting follows the same rule as codings; a range that now crosses turns is divided among them. */
function marksAfter(touched: readonly TurnState[], splice: Splice, texts: readonly string[]): Mark[][] {
  const before = startsOf(touched.map((turn) => turn.text))
  const moved = touched
    .flatMap((turn, index) =>
      turn.marks.map(([start, end, style]) => ({ range: { start: start + before[index]!, end: end + before[index]! }, style })),
    )
    .flatMap(({ range, style }) => {
      const now = mapRange(range, splice)
      return now ? [{ ...now, style }] : []
    })
  const after = startsOf(texts)
  return texts.map((text, index) => {
    const from = after[index]!
    return moved
      .map(({ start, end, style }): Mark => [Math.max(start - from, 0), Math.min(end - from, text.length), style])
      .filter(([start, end]) => start < end)
  })
}
