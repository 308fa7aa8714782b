/** Inside Emic positions are UTF-16 code units; every outer interface (command line, tables, exchange) speaks of code points. */

/** Number of Unicode code points in a well-formed text. */
export function countCodePoints(text: string): number {
  let pairs = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00) pairs++
  }
  return text.length - pairs
}

/** Translates positions of one text between UTF-16 code units and code points, in O(log pairs) after one pass. */
export type OffsetMap = {
  /** Code points before the UTF-16 position. */
  toCodePoints(units: number): number
  /** UTF-16 code units before the code point position. */
  toUnits(codePoints: number): number
  /** The text's length in code points. */
  codePoints: number
}

export function offsetMap(text: string): OffsetMap {
  const pairs: number[] = []
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit >= 0xd800 && unit < 0xdc00) pairs.push(i++)
  }
  return {
    codePoints: text.length - pairs.length,
    toCodePoints: (units) => units - countBelow(pairs.length, (i) => pairs[i]! + 2 <= units),
    toUnits: (codePoints) => codePoints + countBelow(pairs.length, (i) => pairs[i]! - i < codePoints),
  }
}

/** How many of the first `length` indexes satisfy a condition that holds for a prefix of them. */
function countBelow(length: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) low = middle + 1
    else high = middle
  }
  return low
}
