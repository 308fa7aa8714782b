import { emphasis } from './emphasis.ts'
import { linesOf } from './plain.ts'
import { findSpeakers } from './speakers.ts'
import { isBlank, type MarkedText, partsOf } from './text.ts'
import type { Paragraph, ReadBody, Reading } from './types.ts'

const heading = /^ {0,3}(#{1,6})(?:[ \t]+(.*?))??(?:[ \t]+#+)?[ \t]*$/
const underline = /^ {0,3}(=+|-+)[ \t]*$/
const fence = /^ {0,3}(`{3,}|~{3,})/
/** UTF-16 units. Emphasis does not reach farther; nobody writes a paragraph that long. */
const longestBlock = 200_000
/** Lines that begin a block of their own: emphasis does not reach over them. */
const ownBlock = /^\s*(?:[-+*]|\d{1,9}[.)]|>|\|)(?:\s|$)/

/**
 * Markdown, line by line: headings get their level, emphasis becomes marks, everything else (lists, tables, links, code) stays as written.
 * The lines stay what they are, so that joined by LF they are the file's text without what marked it up.
 */
export function readMarkdown(text: string, reading: Reading): ReadBody {
  const lines = withoutFrontMatter(linesOf(text, reading.file), reading)
  return findSpeakers(paragraphsOf(lines), reading.options)
}

/** The YAML block that some programs put before the text. */
function withoutFrontMatter(lines: string[], reading: Reading): string[] {
  if (!/^---[ \t]*$/.test(lines[0] ?? '')) return lines
  const end = lines.findIndex((line, i) => i > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  if (end < 1 || !lines.slice(1, end).some((line) => /^[\w-]+\s*:/.test(line))) return lines
  reading.warn('front-matter-dropped', 'line 1', `The ${end + 1} lines of metadata at the beginning were left out`)
  let start = end + 1
  while (start < lines.length && isBlank(lines[start]!)) start++
  return lines.slice(start)
}

function paragraphsOf(lines: string[]): Paragraph[] {
  const paragraphs: Paragraph[] = []
  let block: string[] = []
  let blockLength = 0
  const flush = (level = 0) => {
    for (const line of emphasisOfLines(block)) paragraphs.push({ ...line, heading: level })
    block = []
    blockLength = 0
  }
  let fenced: string | null = null
  for (const line of lines) {
    const mark = fence.exec(line)?.[1]
    if (fenced !== null || mark) {
      flush()
      paragraphs.push({ text: line, heading: 0, marks: [] })
      if (fenced === null) fenced = mark ?? null
      else if (mark?.startsWith(fenced) && isBlank(line.trim().slice(mark.length))) fenced = null
      continue
    }
    const title = heading.exec(line)
    const rule = underline.exec(line)?.[1]
    if (title) {
      flush()
      block = [title[2] ?? '']
      flush(title[1]!.length)
    } else if (rule && block.length === 1 && !ownBlock.test(block[0]!)) flush(rule.startsWith('=') ? 1 : 2)
    else if (isBlank(line)) {
      flush()
      paragraphs.push({ text: line, heading: 0, marks: [] })
    } else {
      if (ownBlock.test(line) || blockLength > longestBlock) flush()
      block.push(line)
      blockLength += line.length + 1
    }
  }
  flush()
  return paragraphs
}

/** Emphasis may begin in one line and end in the next; its marks are divided with the lines. */
function emphasisOfLines(lines: string[]): MarkedText[] {
  if (lines.length === 0) return []
  const source = lines.join('\n')
  const whole = source.length > 2 * longestBlock ? { text: source, marks: [] } : emphasis(source)
  const partOf = partsOf(whole)
  let start = 0
  return whole.text.split('\n').map((line) => {
    const part = partOf(start, start + line.length)
    start += line.length + 1
    return part
  })
}
