import type { Coding } from '#shared/contract/codings.ts'
import type { Turn } from '#shared/contract/documents.ts'
import { mapCaret, type Splice } from '#shared/text/edits.ts'
import { type Anchored, type CodedText, type CodedTurn, spanOf } from './pieces.ts'
import type { Caret } from './sheet.ts'

/** A turn as the engine describes it now; `marks`: its formatting is another. */
export type Described = { turn: CodedTurn; formerId: string; marks: boolean }

/** Takes over ids, speakers, times and formatting of turns whose texts are the same already. */
export function describeTurns(text: CodedText, source: readonly Turn[]): Described[] {
  return text.turns.map((turn, index) => {
    const as = source[index]!
    const formerId = turn.turn.id
    const marks = JSON.stringify(turn.turn.marks) !== JSON.stringify(as.marks)
    text.describe(turn, as)
    return { turn, formerId, marks }
  })
}

/** What to take in and what to take away for the codings to be the engine's. */
export function codingChanges(text: CodedText, codings: readonly Coding[]): { changed: Coding[]; gone: string[] } {
  const kept = new Set(codings.map((coding) => coding.id))
  return {
    changed: codings.filter((coding) => !isAs(text.codings.get(coding.id), coding)),
    gone: [...text.codings.keys()].filter((id) => !kept.has(id)),
  }
}

function isAs(anchored: Anchored | undefined, coding: Coding): boolean {
  if (!anchored) return false
  const span = spanOf(anchored)
  const { codeId, coderId, weight, comment, memos } = anchored.coding
  return (
    span.start === coding.start &&
    span.end === coding.end &&
    codeId === coding.codeId &&
    coderId === coding.coderId &&
    weight === coding.weight &&
    comment === coding.comment &&
    memos === coding.memos
  )
}

export function movedCaret({ anchor, focus }: Caret, splice: Splice): Caret {
  return { anchor: mapCaret(anchor, splice), focus: mapCaret(focus, splice) }
}
