import type { Splice } from './edits.ts'

/** Words of scripts that divide them by blanks, apostrophes and hyphens inside included. */
const spacedWord = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’-](?=[\p{L}\p{N}]))*/gu
/** Scripts that write without blanks and need a dictionary. */
const unspaced = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}`
/** With the punctuation between: the segmenter takes one long run in half the time of its clauses one by one. */
const unspacedRun = new RegExp(`[${unspaced}](?:[、。，！？：；“”（）《》…—]*[${unspaced}])*`, 'gu')
const hasUnspaced = new RegExp(`[${unspaced}]`, 'u')

/** One unit that no word contains; a half of a surrogate pair may belong to one. */
const endsEveryWord = /^[^\p{L}\p{N}\p{M}'’\-\ud800-\udfff]$/u

let segmenter: Intl.Segmenter | undefined

/** Number of words; Chinese, Japanese and Thai by the dictionary of Intl.Segmenter, everything else by blanks and punctuation. */
export function countWords(text: string): number {
  if (!hasUnspaced.test(text)) return countMatches(text, spacedWord)
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' })
  let count = 0
  const spaced = text.replace(unspacedRun, (run) => {
    for (const part of segmenter!.segment(run)) if (part.isWordLike) count++
    return ' '
  })
  return count + countMatches(spaced, spacedWord)
}

/**
 * How many words an edit adds (negative: takes away), looking no further than the nearest characters at which every word ends.
 * Equal to counting the whole text twice.
 */
export function countWordsChanged(before: string, { start, end, text }: Splice): number {
  let from = start
  while (from > 0 && !endsEveryWord.test(before[from - 1]!)) from--
  let to = end
  while (to < before.length && !endsEveryWord.test(before[to]!)) to++
  const [left, right] = [before.slice(from, start), before.slice(end, to)]
  return countWords(left + text + right) - countWords(before.slice(from, to))
}

function countMatches(text: string, pattern: RegExp): number {
  pattern.lastIndex = 0
  let count = 0
  while (pattern.exec(text)) count++
  return count
}
