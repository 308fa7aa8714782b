/** One replacement in a text: [start, end) gives way to `text`. UTF-16 code units. */
export type Splice = { start: number; end: number; text: string }

/** Half-open [start, end), UTF-16 code units. */
export type Range = { start: number; end: number }

export function applySplice(text: string, splice: Splice): string {
  return text.slice(0, splice.start) + splice.text + text.slice(splice.end)
}

/**
 * Where a range lies after an edit, or null where nothing of it is left.
 *
 * What was deleted of a range is gone from it. Text that was put in belongs to a range if it stands strictly inside, or if all that it
 * replaces was the range's own, its first and last characters included. Text at a range's very edge, or in the place of characters of
 * which some lay outside, stays outside.
 */
export function mapRange(range: Range, splice: Splice): Range | null {
  const inserted = splice.text.length
  const start = mapStart(range.start, splice, inserted)
  const end = mapEnd(range.end, splice, inserted)
  return start < end ? { start, end } : null
}

function mapStart(position: number, { start, end }: Splice, inserted: number): number {
  if (start === end) return position < start ? position : position + inserted
  if (position <= start) return position
  return position < end ? start + inserted : position - (end - start) + inserted
}

function mapEnd(position: number, { start, end }: Splice, inserted: number): number {
  if (position <= start) return position
  if (start === end) return position + inserted
  return position < end ? start : position - (end - start) + inserted
}

/** Where a caret lies after an edit: behind what was put in at it, at the edit's start if its place was deleted. */
export function mapCaret(position: number, splice: Splice): number {
  if (position < splice.start) return position
  return position >= splice.end ? position - (splice.end - splice.start) + splice.text.length : splice.start + splice.text.length
}

/** True where cutting `text` at `position` would divide a surrogate pair. */
export function splitsCharacter(text: string, position: number): boolean {
  return isHighSurrogate(text.charCodeAt(position - 1)) && isLowSurrogate(text.charCodeAt(position))
}

/**
 * The one replacement that turns `before` into `after`, or null if they are equal. The common suffix behind the caret is taken first:
 * in repetitive text ("aaa") an edit has several readings, and the one at the caret is what the person did.
 * `caret` is the position in `after` behind the edit; without it the prefix is taken first.
 */
export function spliceBetween(before: string, after: string, caret = after.length): Splice | null {
  if (before === after) return null
  let suffix = 0
  const longestSuffix = Math.min(before.length, after.length - Math.min(caret, after.length))
  while (suffix < longestSuffix && before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)) suffix++
  let prefix = 0
  const longestPrefix = Math.min(before.length, after.length) - suffix
  while (prefix < longestPrefix && before.charCodeAt(prefix) === after.charCodeAt(prefix)) prefix++
  const longestRest = Math.min(before.length, after.length) - prefix
  while (suffix < longestRest && before.charCodeAt(before.length - 1 - suffix) === after.charCodeAt(after.length - 1 - suffix)) suffix++
  return wholeCharacters(before, after, prefix, suffix)
}

/** Widens a replacement so that neither end divides a surrogate pair, in the old text or in the new. */
function wholeCharacters(before: string, after: string, prefix: number, suffix: number): Splice {
  if (prefix > 0 && (splitsCharacter(before, prefix) || splitsCharacter(after, prefix))) prefix--
  if (suffix > 0 && (splitsCharacter(before, before.length - suffix) || splitsCharacter(after, after.length - suffix))) suffix--
  return { start: prefix, end: before.length - suffix, text: after.slice(prefix, after.length - suffix) }
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000
}
