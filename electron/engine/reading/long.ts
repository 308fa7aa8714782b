import { partsOf } from './text.ts'
import type { Reading, ReadTurn } from './types.ts'

/** UTF-16 units. A turn longer than this makes the editor slow; it is divided into pieces of about `piece`. */
const longest = 20_000
const piece = 2_000

const sentenceEnd = /[.!?](?=\s)|[.!?]["'”’)\]]+(?=\s)|[。！？…；]+["'”’）」』]*/g

/** Divides very long turns at the ends of sentences, so that the editor can live with them. */
export function divideLongTurns(turns: ReadTurn[], reading: Reading): ReadTurn[] {
  const long = turns.filter((turn) => turn.text.length > longest).length
  if (long === 0) return turns
  reading.warn('line-divided', '', `${long} lines longer than ${longest} characters were divided at the ends of sentences`)
  return turns.flatMap((turn) => (turn.text.length > longest ? divide(turn) : [turn]))
}

function divide(turn: ReadTurn): ReadTurn[] {
  const pieces: ReadTurn[] = []
  const partOf = partsOf(turn)
  for (let start = 0; start < turn.text.length; ) {
    const end = cut(turn.text, start)
    const part = partOf(start, end)
    pieces.push(pieces.length === 0 ? { ...turn, ...part } : { ...turn, ...part, continues: true, startMs: null, heading: 0 })
    // The line break that joins turns takes the place of one blank.
    start = /\s/.test(turn.text.charAt(end)) ? end + 1 : end
  }
  return pieces
}

/** Where a piece that begins at `start` best ends: behind a sentence, otherwise before a blank, otherwise between characters. */
function cut(text: string, start: number): number {
  if (text.length - start <= piece) return text.length
  const window = text.slice(start, start + piece)
  let end = 0
  for (const match of window.matchAll(sentenceEnd)) end = match.index + match[0].length
  if (end === 0) end = window.search(/\s\S*$/)
  if (end <= 0) end = /[\ud800-\udbff]$/.test(window) ? piece - 1 : piece
  return start + end
}
