import type { Mark, Turn } from '#shared/contract/documents.ts'
import { mapRange, type Splice } from '#shared/text/edits.ts'
import type { CodedTurn } from './pieces.ts'

/** A stretch of a turn's text in one format. */
export type Run = { text: string; bold: boolean; italic: boolean }

/** A turn's text as stretches of one format, in order; one empty turn has none. */
export function runsOf({ text, marks }: Pick<Turn, 'text' | 'marks'>): Run[] {
  if (text === '') return []
  if (marks.length === 0) return [{ text, bold: false, italic: false }]
  const cuts = new Set([0, text.length])
  for (const [start, end] of marks) for (const cut of [start, end]) if (cut < text.length) cuts.add(cut)
  const edges = [...cuts].sort((a, b) => a - b)
  return edges.slice(1).map((end, i) => {
    const start = edges[i]!
    const has = (kind: 'b' | 'i') => marks.some((mark) => mark[2] === kind && mark[0] <= start && end <= mark[1])
    return { text: text.slice(start, end), bold: has('b'), italic: has('i') }
  })
}

/** The formatting of each line after an edit over `touched` turns, mapped like a coding. */
export function placeMarks(touched: CodedTurn[], splice: Splice, lines: string[]): Mark[][] {
  const placed: Mark[][] = lines.map(() => [])
  if (touched.every((turn) => turn.turn.marks.length === 0)) return placed
  const origin = touched[0]!.start
  for (const turn of touched) {
    for (const [start, end, kind] of turn.turn.marks) {
      const mapped = mapRange({ start: turn.start + start, end: turn.start + end }, splice)
      if (mapped) cut(mapped.start - origin, mapped.end - origin, kind, lines, placed)
    }
  }
  return placed
}

function cut(start: number, end: number, kind: Mark[2], lines: string[], into: Mark[][]): void {
  let lineStart = 0
  lines.forEach((line, index) => {
    const from = Math.max(start - lineStart, 0)
    const to = Math.min(end - lineStart, line.length)
    if (from < to) into[index]!.push([from, to, kind])
    lineStart += line.length + 1
  })
}
