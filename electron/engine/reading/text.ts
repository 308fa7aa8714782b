import type { Mark } from '#shared/contract/documents.ts'

/** Whatever Unicode (5.8, Newline Guidelines) counts as the end of a line. */
const newline = /\r\n|[\r\v\f\u0085\u2028\u2029]/g
/** C0 controls but TAB and LF. */
const control = /[^\P{Cc}\t\n\u007f-\u009f]/gu

/** A text as Emic keeps it: lines end with LF, no byte order mark, no control characters but TAB, no half surrogate pairs. */
export function cleanText(raw: string): { text: string; removed: number } {
  const lines = (raw.startsWith('\ufeff') ? raw.slice(1) : raw).replace(newline, '\n').toWellFormed()
  const text = lines.replace(control, '')
  return { text, removed: lines.length - text.length }
}

const hanAtEnd = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60\u201c\u201d\u2018\u2019\u2026\u2014]$/u
const hanAtStart = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60\u201c\u201d\u2018\u2019\u2026\u2014]/u
const han = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uff60]/u

/** What stands between two pieces of one speech: a blank, nothing where both sides are Chinese or Japanese. */
export function gapBetween(before: string, after: string): '' | ' ' {
  if (before === '' || after === '' || isBlank(before.slice(-1)) || isBlank(after.charAt(0))) return ''
  const left = before.slice(-2)
  const right = after.slice(0, 2)
  return hanAtEnd.test(left) && hanAtStart.test(right) && (han.test(left) || han.test(right)) ? '' : ' '
}

export type MarkedText = { text: string; marks: Mark[] }

/** The part [start, end) of a marked text, marks cut to it. UTF-16 units. */
export function sliceMarked({ text, marks }: MarkedText, start: number, end = text.length): MarkedText {
  const length = end - start
  const inside = marks
    .map(([from, to, kind]): Mark => [Math.max(0, from - start), Math.min(length, to - start), kind])
    .filter(([from, to]) => from < to)
  return { text: text.slice(start, end), marks: inside }
}

/** Cuts a marked text into parts that follow each other, in one pass over its marks (tidy ones). `start` never goes back. */
export function partsOf(whole: MarkedText): (start: number, end: number) => MarkedText {
  const byKind = (['b', 'i'] as const).map((kind) => ({ marks: whole.marks.filter(([, , its]) => its === kind), next: 0 }))
  return (start, end) => {
    const near = byKind.flatMap((kind) => {
      while ((kind.marks[kind.next]?.[1] ?? Infinity) <= start) kind.next++
      let last = kind.next
      while ((kind.marks[last]?.[0] ?? Infinity) < end) last++
      return kind.marks.slice(kind.next, last)
    })
    const part = sliceMarked({ text: whole.text, marks: near }, start, end)
    return { text: part.text, marks: tidyMarks(part.marks) }
  }
}

/** Two marked texts as one, with the gap that belongs between them. */
export function joinMarked(before: MarkedText, after: MarkedText): MarkedText {
  const text = before.text + gapBetween(before.text, after.text)
  const moved = after.marks.map(([from, to, kind]): Mark => [from + text.length, to + text.length, kind])
  return { text: text + after.text, marks: tidyMarks([...before.marks, ...moved]) }
}

/** Marks in order, those of one kind that touch or overlap made one, empty ones gone. */
export function tidyMarks(marks: Mark[]): Mark[] {
  if (marks.length === 0) return marks
  const tidy: Mark[] = []
  for (const kind of ['b', 'i'] as const) {
    const ofKind = marks.filter(([from, to, its]) => its === kind && from < to).sort(([a], [b]) => a - b)
    for (const [from, to] of ofKind) {
      const last = tidy.at(-1)
      if (last && last[2] === kind && from <= last[1]) last[1] = Math.max(last[1], to)
      else tidy.push([from, to, kind])
    }
  }
  return tidy.sort((a, b) => a[0] - b[0] || a[1] - b[1])
}

/** `text` without white space at its ends, marks moved with it. */
export function trimMarked(marked: MarkedText): MarkedText {
  const start = marked.text.length - marked.text.trimStart().length
  const end = Math.max(start, marked.text.trimEnd().length)
  return sliceMarked(marked, start, end)
}

export function isBlank(text: string): boolean {
  return !/\S/.test(text)
}
