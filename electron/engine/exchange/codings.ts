import type { Segment } from '#shared/contract/codings.ts'
import type { Table } from './table.ts'
import type { Words } from './words.ts'

/** A passage with its place in code points. */
export type PlacedSegment = Segment & { codePointStart: number; codePointEnd: number }

/** One row a coding; positions are code points, 0-based, half-open. */
export function codingsTable(segments: readonly PlacedSegment[], paths: ReadonlyMap<string, string>, words: Words): Table {
  return {
    name: words.codings,
    columns: [
      { heading: words.document, width: 26, wraps: true },
      { heading: words.cases, width: 22, wraps: true },
      { heading: words.speaker, width: 16, wraps: true },
      { heading: words.time, width: 10 },
      { heading: words.code, width: 32, wraps: true },
      { heading: words.coder, width: 14 },
      { heading: words.start, width: 9 },
      { heading: words.end, width: 9 },
      { heading: words.text, width: 70, wraps: true },
      { heading: words.comment, width: 36, wraps: true },
      { heading: words.weight, width: 8 },
      { heading: words.before, width: 40, wraps: true },
      { heading: words.after, width: 40, wraps: true },
      { heading: words.created, width: 24 },
    ],
    rows: segments.map((segment) => [
      segment.documentName,
      segment.cases.join('; '),
      segment.speaker,
      segment.startMs === null ? null : clock(segment.startMs),
      paths.get(segment.codeId)!,
      segment.coderName,
      segment.codePointStart,
      segment.codePointEnd,
      segment.text,
      segment.comment,
      segment.weight,
      segment.before,
      segment.after,
      segment.createdAt,
    ]),
  }
}

/** Milliseconds as hh:mm:ss. */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  return [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map((part) => String(part).padStart(2, '0')).join(':')
}
