import { type Range, type Splice, spliceBetween } from '#shared/text/edits.ts'

/**
 * What was typed into a turn: the one replacement between its text before and after. Where something was selected before and the rest is
 * as it was, exactly that was replaced; otherwise the caret says which of several readings it was. UTF-16 units of the turn.
 */
export function typedSplice(before: string, after: string, caret: number, selected: Range | null): Splice | null {
  if (before === after) return null
  if (selected && selected.start < selected.end) {
    const end = after.length - (before.length - selected.end)
    const restIsSame = end >= selected.start && before.startsWith(after.slice(0, selected.start)) && before.slice(selected.end) === after.slice(end)
    if (restIsSame) return { start: selected.start, end: selected.end, text: after.slice(selected.start, end) }
  }
  return spliceBetween(before, after, caret)
}
