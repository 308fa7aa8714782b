import type { CooccurrenceMatrix } from '#shared/contract/analysis.ts'
import { xmlSafe } from './table.ts'
import type { Words } from './words.ts'

/** A code as the picture names it. */
export type MapLabel = { name: string; color: string }

const font = `Inter, "Segoe UI", "Helvetica Neue", Arial, "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif`
const paper = [251, 250, 247] as const
const weak = [226, 238, 234] as const
const strong = [0, 98, 94] as const
const inkColor = '#15181d'
const cellSize = 36
const labelSize = 13
const longestLabel = 260
const slant = 48

/**
 * The lower half of a matrix as a picture in the light theme: title, labels, figures, legend and the definition of what is shown, all of
 * it inside the picture's edges. Figures take the ink that can be read; what is not defined is hatched.
 */
export function heatMap(title: string, matrix: CooccurrenceMatrix, labels: readonly MapLabel[], definition: readonly string[], words: Words): string {
  const shortened = labels.map(({ name, color }) => ({ name, color, short: shorten(name, longestLabel, labelSize) }))
  const widest = Math.max(...shortened.map(({ short }) => textWidth(short, labelSize)))
  const radians = (slant * Math.PI) / 180
  const margin = 24
  const left = Math.ceil(margin + widest + 28)
  const grid = labels.length * cellSize
  const reaches = shortened.map(({ short }, index) => (index + 1) * cellSize - cellSize / 2 + Math.cos(radians) * textWidth(short, labelSize))
  const width = Math.ceil(Math.max(left + Math.max(grid, ...reaches) + margin, 480))
  const titleLines = wrap(title, width - 2 * margin, 18)
  const notes = [...definition, ...(hasUndefined(matrix) ? [words.notDefined] : [])].flatMap((line) => wrap(line, width - 2 * margin, 12))
  const top = Math.ceil(margin + titleLines.length * 24 + 16 + Math.sin(radians) * widest + labelSize)
  const legendTop = top + grid + 20
  const notesTop = legendTop + 44
  const height = notesTop + notes.length * 18 + margin
  const highest = Math.max(0, ...offDiagonal(matrix))

  const cells = matrix.values.flatMap((row, i) =>
    row.slice(0, i + 1).map((value, j) => cell(left + j * cellSize, top + i * cellSize, value, i === j, highest, labels[i]!.name, labels[j]!.name)),
  )
  const rowLabels = shortened.map(({ name, short, color }, i) => {
    const y = top + i * cellSize + cellSize / 2
    const dot = `<rect x="${left - 18}" y="${y - 5}" width="10" height="10" rx="2" fill="${color}"/>`
    return `${dot}${text(left - 26, y + 4.5, short, { anchor: 'end', title: name })}`
  })
  const columnLabels = shortened.map(({ name, short }, j) => {
    const [x, y] = [left + j * cellSize + cellSize / 2, top - 8]
    return `<g transform="translate(${x} ${y}) rotate(${-slant})">${text(0, 0, short, { title: name })}</g>`
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" font-family='${font}' font-size="${labelSize}" fill="${inkColor}">
<title>${escaped(title)}</title><desc>${escaped(definition.join(' '))}</desc>
<defs><pattern id="undefined" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#f6f5f0"/><line x1="0" y1="0" x2="0" y2="6" stroke="#d6d3ca" stroke-width="2"/></pattern><linearGradient id="scale"><stop offset="0" stop-color="${hex(weak)}"/><stop offset="1" stop-color="${hex(strong)}"/></linearGradient></defs>
<rect width="${width}" height="${height}" fill="${hex(paper)}"/>
${titleLines.map((line, i) => text(margin, margin + 18 + i * 24, line, { size: 18, bold: true })).join('\n')}
${columnLabels.join('\n')}
${rowLabels.join('\n')}
${cells.join('\n')}
${legend(margin, legendTop, highest, words)}
${notes.map((line, i) => text(margin, notesTop + 12 + i * 18, line, { size: 12, fill: '#4a4f58' })).join('\n')}
</svg>
`
}

function hasUndefined(matrix: CooccurrenceMatrix): boolean {
  return matrix.values.some((row, i) => row.slice(0, i).some((value) => value === null))
}

function offDiagonal(matrix: CooccurrenceMatrix): number[] {
  return matrix.values.flatMap((row, i) => row.slice(0, i).filter((value) => value !== null))
}

function cell(x: number, y: number, value: number | null, isDiagonal: boolean, highest: number, row: string, column: string): string {
  const size = cellSize - 2
  const shown = figure(value)
  const label = `<title>${escaped(isDiagonal ? `${row}: ${shown}` : `${row} × ${column}: ${shown || '–'}`)}</title>`
  const box = (fill: string) => `<rect x="${x}" y="${y}" width="${size}" height="${size}" rx="3" fill="${fill}"/>`
  if (value === null && !isDiagonal) return `<g>${label}${box('url(#undefined)')}</g>`
  if (isDiagonal) return `<g>${label}${box('#efede6')}${centred(x, y, shown, '#4a4f58')}</g>`
  if (value === 0) return `<g>${label}${box('#f4f2ec')}</g>`
  const fill = shade(highest === 0 ? 0 : value! / highest)
  return `<g>${label}${box(hex(fill))}${centred(x, y, shown, inkOn(fill))}</g>`
}

function centred(x: number, y: number, content: string, fill: string): string {
  const size = Math.min(12, (12 * (cellSize - 6)) / Math.max(1, textWidth(content, 12)))
  return text(x + (cellSize - 2) / 2, y + (cellSize - 2) / 2 + size * 0.36, content, { anchor: 'middle', size, fill })
}

/** Counts as they are, coefficients with two decimals; nothing for what is not defined. */
function figure(value: number | null): string {
  if (value === null) return ''
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

function legend(x: number, y: number, highest: number, words: Words): string {
  const width = 160
  return `<rect x="${x}" y="${y}" width="${width}" height="10" rx="2" fill="url(#scale)"/>
${text(x, y + 26, words.low, { size: 12, fill: '#4a4f58' })}
${text(x + width, y + 26, `${words.high} (${figure(highest)})`, { size: 12, anchor: 'end', fill: '#4a4f58' })}`
}

type TextLook = { anchor?: 'end' | 'middle'; size?: number; bold?: boolean; fill?: string; title?: string }

function text(x: number, y: number, content: string, look: TextLook): string {
  const attributes = [
    `x="${round(x)}" y="${round(y)}"`,
    look.anchor ? `text-anchor="${look.anchor}"` : '',
    look.size ? `font-size="${round(look.size)}"` : '',
    look.bold ? 'font-weight="600"' : '',
    look.fill ? `fill="${look.fill}"` : '',
  ]
  const title = look.title && look.title !== content ? `<title>${escaped(look.title)}</title>` : ''
  return `<text ${attributes.filter(Boolean).join(' ')}>${title}${escaped(content)}</text>`
}

type Rgb = readonly [number, number, number]

/** The colour of a share of the highest value, 0 to 1. */
export function shade(share: number): Rgb {
  const mix = (from: number, to: number) => Math.round(from + (to - from) * share)
  return [mix(weak[0], strong[0]), mix(weak[1], strong[1]), mix(weak[2], strong[2])]
}

/** Dark or white, whichever stands out more. */
export function inkOn(fill: Rgb): string {
  return contrast(fill, [21, 24, 29]) >= contrast(fill, [255, 255, 255]) ? inkColor : '#ffffff'
}

/** WCAG 2 contrast ratio. */
export function contrast(a: Rgb, b: Rgb): number {
  const [high, low] = [luminance(a), luminance(b)].sort((one, other) => other - one) as [number, number]
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function hex(color: Rgb): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3ffff}]/u

/** A width that no font of the list exceeds by much: there is nothing here to measure with. */
export function textWidth(content: string, size: number): number {
  let ems = 0
  for (const character of content) ems += wide.test(character) ? 1 : /[mwMW@%…—]/u.test(character) ? 0.95 : /[A-Z]/u.test(character) ? 0.72 : 0.58
  return ems * size
}

function shorten(content: string, width: number, size: number): string {
  if (textWidth(content, size) <= width) return content
  let kept = ''
  for (const character of content) {
    if (textWidth(`${kept}${character}…`, size) > width) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** Lines that fit, divided at blanks and after Chinese characters; a longer word is divided anywhere. */
export function wrap(content: string, width: number, size: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const part of content.match(/\s+|[^\s\u2e80-\uffef]+|[\u2e80-\uffef]/gu) ?? []) {
    for (const piece of textWidth(part, size) > width ? [...part] : [part]) {
      if (line !== '' && textWidth(`${line}${piece}`.trimEnd(), size) > width) {
        lines.push(line.trimEnd())
        line = piece.trimStart()
      } else line += piece
    }
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}

function escaped(content: string): string {
  return xmlSafe(content).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
