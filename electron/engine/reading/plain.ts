import { Problem } from '#shared/model/problem.ts'
import { findSpeakers } from './speakers.ts'
import { isBlank } from './text.ts'
import type { Paragraph, ReadBody, Reading } from './types.ts'

/** More paragraphs than any transcript has, and than the project file should be asked to hold as one document. */
const mostParagraphs = 1_000_000

/** Plain text: every line a paragraph. Without speakers, turns joined by LF give back the text without its trailing blank lines. */
export function readPlain(text: string, reading: Reading): ReadBody {
  const paragraphs = linesOf(text, reading.file).map((line): Paragraph => ({ text: line, heading: 0, marks: [] }))
  return findSpeakers(paragraphs, reading.options)
}

/** The lines of a text without blank ones at its end. Refuses with file-too-large where there are too many. */
export function linesOf(text: string, file: string): string[] {
  let count = 1
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
  if (count > mostParagraphs) throw new Problem('file-too-large', { file, paragraphs: count, limit: mostParagraphs })
  const lines = text.split('\n')
  while (lines.length > 0 && isBlank(lines.at(-1)!)) lines.pop()
  return lines
}
