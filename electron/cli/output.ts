/** What a cell of a table for people holds; numbers stand at the right. */
export type Shown = string | number | null

/** With `json` one JSON value, otherwise the table that `table` makes of it. */
export function print<T>(options: { json?: true }, value: T, table: (value: T) => string): void {
  write(options.json ? JSON.stringify(value) : table(value))
}

/** Ends with one line feed, whatever the text ends with. */
export function write(text: string): void {
  process.stdout.write(text.endsWith('\n') ? text : `${text}\n`)
}

/** Columns under their headings, in step also where East Asian characters take two places. */
export function tableOf(headings: readonly string[], rows: readonly (readonly Shown[])[]): string {
  const cells = rows.map((row) => row.map((cell) => oneLine(cell === null ? '' : String(cell))))
  const widths = headings.map((heading, column) => Math.max(width(heading), ...cells.map((row) => width(row[column]!))))
  const isNumber = headings.map((_, column) => rows.length > 0 && rows.every((row) => typeof row[column] === 'number' || row[column] === null))
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => padded(cell, widths[column]!, isNumber[column]!))
      .join('  ')
      .trimEnd()
  return [line(headings), ...cells.map(line)].join('\n')
}

/** Names with their values, one a line. */
export function listOf(pairs: readonly (readonly [string, Shown])[]): string {
  const widest = Math.max(...pairs.map(([name]) => width(name)))
  return pairs.map(([name, value]) => `${padded(name, widest, false)}  ${value ?? ''}`.trimEnd()).join('\n')
}

function padded(cell: string, to: number, right: boolean): string {
  const blanks = ' '.repeat(Math.max(0, to - width(cell)))
  return right ? blanks + cell : cell + blanks
}

const wide =
  /\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|[\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u
const unseen = /^(?:\p{M}|\p{Cf})+$/u
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Places that a text takes in a terminal. */
export function width(text: string): number {
  let places = 0
  for (const { segment } of graphemes.segment(text)) places += unseen.test(segment) ? 0 : wide.test(segment) ? 2 : 1
  return places
}

const longest = 80

/** A cell for people: one line, not longer than can be read in a row. */
function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a text holds must not steer the terminal
  const line = text.replace(/\s+/gu, ' ').replace(/[\u0000-\u001f\u007f-\u009f]/gu, '')
  if (width(line) <= longest) return line
  let kept = ''
  let places = 0
  for (const { segment } of graphemes.segment(line)) {
    places += width(segment)
    if (places >= longest) break
    kept += segment
  }
  return `${kept}…`
}

/** A bar on stderr while something long runs; silent where stderr is no terminal. */
export function progressBar(): { show(done: number, total: number, label: string): void; end(): void } {
  const { stderr } = process
  if (!stderr.isTTY) return { show: () => undefined, end: () => undefined }
  return {
    show(done, total, label) {
      const filled = total === 0 ? 0 : Math.round((20 * done) / total)
      const room = Math.max(0, (stderr.columns || 80) - 36)
      stderr.write(`\r\u001b[2K[${'#'.repeat(filled)}${'.'.repeat(20 - filled)}] ${done}/${total} ${[...oneLine(label)].slice(0, room / 2).join('')}`)
    },
    end: () => void stderr.write('\r\u001b[2K'),
  }
}
