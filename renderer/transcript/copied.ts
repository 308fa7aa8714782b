import type { Range } from '#shared/text/edits.ts'
import type { CodedText, CodedTurn } from './pieces.ts'

/** A passage as plain text for the clipboard: within one turn the words alone, over several with their speakers' names. */
export function copiedText(text: CodedText, range: Range, speakerOf: (turn: CodedTurn) => string): string {
  const turns = text.turnsOf(range)
  if (turns.length < 2) return text.text(range)
  return turns
    .map((turn) => {
      const part = turn.turn.text.slice(Math.max(0, range.start - turn.start), range.end - turn.start)
      const speaker = speakerOf(turn)
      return speaker === '' ? part : `${speaker}: ${part}`
    })
    .join('\n')
}

let sentences: Intl.Segmenter | undefined

/** The sentence at a position, without the blanks around it: what a code dropped on plain text is taken to mean. */
export function sentenceAt(text: CodedText, position: number): Range {
  const { start, turn } = text.turnAt(position)
  sentences ??= new Intl.Segmenter(undefined, { granularity: 'sentence' })
  const found = sentences.segment(turn.text).containing(Math.min(position - start, Math.max(0, turn.text.length - 1)))
  if (!found) return { start, end: start + turn.text.length }
  const from = start + found.index + (found.segment.length - found.segment.trimStart().length)
  return { start: from, end: from + found.segment.trim().length }
}
