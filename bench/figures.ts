/** Median and spread of repeated measurements; `unit` is `ms`, `MB` or a count. */
export type Figure = { median: number; min: number; max: number; runs: number; unit: string; target?: number; within?: boolean }

export function figure(values: number[], unit: string, target?: number): Figure {
  const sorted = [...values].sort((a, b) => a - b)
  const median = quantile(sorted, 0.5)
  const round = (value: number) => Math.round(value * 100) / 100
  return {
    median: round(median),
    min: round(sorted[0]!),
    max: round(sorted.at(-1)!),
    runs: sorted.length,
    unit,
    ...(target === undefined ? {} : { target, within: median <= target }),
  }
}

/** Linear interpolation between the two nearest ranks of ascending values. */
export function quantile(sorted: number[], share: number): number {
  const at = (sorted.length - 1) * share
  const low = Math.floor(at)
  const high = Math.ceil(at)
  return sorted[low]! + (sorted[high]! - sorted[low]!) * (at - low)
}
