import type { Range, Splice } from './edits.ts'

/** Characters that texts go wrong with: Chinese inside and outside of the first plane, emoji joined and coloured, marks, right-to-left. */
export const trickyCharacters = [
  ...['a', 'b', ' ', "'", '-', ',', '1'],
  ...['你', '好', '，', '、', '𠮷', '𪚥', 'カ', 'ｶ', 'ไ'],
  ...['😀', '👩‍👩‍👧', '👍🏽', '🇨🇳', '️'],
  ...['é', 'ñ', '́', '̈', 'ẫ'],
  ...['ش', 'ل', 'א', 'ב', '‏', '‮'],
]

/**
 * Where a range lies after an edit, found the slow way: every character carries a tag, the edit is done to the tagged characters, and the
 * range is what is left of its own, with the new ones if they replaced nothing but its own or stand between two of them.
 */
export function expectedRange(length: number, range: Range, { start, end, text }: Splice): Range | null {
  type Tagged = 'own' | 'other' | 'new'
  const tags = Array.from({ length }, (_, at): Tagged => (at >= range.start && at < range.end ? 'own' : 'other'))
  const replaced = tags.slice(start, end)
  const belongs = replaced.length > 0 ? replaced.every((tag) => tag === 'own') : tags[start - 1] === 'own' && tags[start] === 'own'
  const after = tags.toSpliced(start, end - start, ...Array.from({ length: text.length }, (): Tagged => (belongs ? 'own' : 'new')))
  const first = after.indexOf('own')
  return first < 0 ? null : { start: first, end: after.lastIndexOf('own') + 1 }
}
