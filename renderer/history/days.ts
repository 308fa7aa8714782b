import type { JournalEntry } from '#shared/contract/history.ts'

/** Entries by their day on this computer's clock, in the order in which they come. */
export function byDay(entries: readonly JournalEntry[]): { day: string; entries: JournalEntry[] }[] {
  const days = Map.groupBy(entries, (entry) => new Date(entry.at).toDateString())
  return [...days.values()].map((ofDay) => ({ day: ofDay[0]!.at, entries: ofDay }))
}
