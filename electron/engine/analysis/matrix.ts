import type { CooccurrenceMatrix, CooccurrenceQuestion } from '#shared/contract/analysis.ts'
import type { Frame } from './frame.ts'
import type { Tally } from './tally.ts'

type Flag = CooccurrenceMatrix['flags'][number]

/** One code more than this many times as frequent as the other makes a coefficient hard to read. */
const unequal = 5

/**
 * c = n12 / (n1 + n2 - n12), the coefficient of ATLAS.ti's manual. Null where nothing is there to compare or the denominator is not
 * positive; above 1 it is out of range: codings of one code overlap each other, or one long one meets many short ones.
 */
export function cCoefficient(n12: number, n1: number, n2: number): number | null {
  const denominator = n1 + n2 - n12
  return denominator > 0 ? n12 / denominator : null
}

export function isOutOfRange(n12: number, n1: number, n2: number): boolean {
  return n12 > 0 && n1 + n2 - n12 < n12
}

export function isUnequal(n1: number, n2: number): boolean {
  return n1 > 0 && n2 > 0 && Math.max(n1, n2) > unequal * Math.min(n1, n2)
}

/** Jaccard's ratio: both / either. Null where neither occurs. */
export function jaccard(both: number, one: number, other: number): number | null {
  const either = one + other - both
  return either > 0 ? both / either : null
}

/** What a measure makes of counts. `characters` is needed for `jaccard` in the unit `overlap` only. */
export function matrixOf(
  question: CooccurrenceQuestion,
  frame: Frame,
  tally: Tally,
  characters: Tally | null,
  scope: { codings: number; documents: number },
): CooccurrenceMatrix {
  const { counts, totals } = tally
  const value = (row: number, column: number): number | null => {
    const count = counts[row]![column]!
    if (question.measure === 'count') return row === column ? totals[row]! : frame.related(row, column) ? null : count
    if (frame.related(row, column)) return null
    if (question.measure === 'c') return cCoefficient(count, totals[row]!, totals[column]!)
    const by = characters ?? tally
    return jaccard(by.counts[row]![column]!, by.totals[row]!, by.totals[column]!)
  }
  const rows = frame.codeIds.map((_, row) => row)
  return {
    unit: question.unit,
    measure: question.measure,
    codeIds: frame.codeIds,
    values: rows.map((row) => rows.map((column) => value(row, column))),
    counts: counts.map((row, index) => row.map((count, column) => (index === column ? totals[index]! : count))),
    totals,
    flags: question.measure === 'count' ? [] : flagsOf(question, frame, tally),
    ...scope,
  }
}

/** Each pair that meets once, row before column. */
function flagsOf(question: CooccurrenceQuestion, frame: Frame, { counts, totals }: Tally): Flag[] {
  const flags: Flag[] = []
  for (let row = 0; row < totals.length; row++) {
    for (let column = row + 1; column < totals.length; column++) {
      const count = counts[row]![column]!
      if (count === 0 || frame.related(row, column)) continue
      if (question.measure === 'c' && isOutOfRange(count, totals[row]!, totals[column]!)) flags.push({ row, column, flag: 'out-of-range' })
      if (isUnequal(totals[row]!, totals[column]!)) flags.push({ row, column, flag: 'unequal-frequency' })
    }
  }
  return flags
}
