/** What stands around a coded passage, cut where a word ends. Lengths in UTF-16 units. */

export const contextUnits = 120

/** How much text around a cut is looked at to find where words end there. */
const reach = 64

/** How much text beside a passage is enough to cut its context from. */
export const contextReach = contextUnits + reach

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** What closes the clause that was cut off: no way to begin. */
const endOfClause = /^[\s\p{Pe}\p{Pf}.,;:!?…、，。！？；：]+/u

/** The end of `text`, at most `limit` units, beginning with a whole word. */
export function tailOf(text: string, limit = contextUnits): string {
  if (text.length <= limit) return text
  const cut = text.length - limit
  const afterWord = boundaryBehind(text, cut, words)
  return text.slice(afterWord < text.length ? afterWord : boundaryBehind(text, cut, characters)).replace(endOfClause, '')
}

/** The beginning of `text`, at most `limit` units, ending with a whole word. */
export function headOf(text: string, limit = contextUnits): string {
  if (text.length <= limit) return text
  const beforeWord = boundaryAhead(text, limit, words)
  return text.slice(0, beforeWord > 0 ? beforeWord : boundaryAhead(text, limit, characters)).trimEnd()
}

/** The last place at or before `cut` where no word (or character) is divided. */
function boundaryAhead(text: string, cut: number, segmenter: Intl.Segmenter): number {
  return cut - distanceInto(text, cut, segmenter).before
}

/** The first place at or after `cut` where no word (or character) is divided. */
function boundaryBehind(text: string, cut: number, segmenter: Intl.Segmenter): number {
  return cut + distanceInto(text, cut, segmenter).behind
}

/** How far `cut` lies inside the word (or character) that it would divide: both 0 where it divides none. */
function distanceInto(text: string, cut: number, segmenter: Intl.Segmenter): { before: number; behind: number } {
  const from = Math.max(0, cut - reach)
  const part = segmenter.segment(text.slice(from, cut + reach)).containing(cut - from)
  if (!part || part.index === cut - from) return { before: 0, behind: 0 }
  return { before: cut - from - part.index, behind: part.index + part.segment.length - (cut - from) }
}
