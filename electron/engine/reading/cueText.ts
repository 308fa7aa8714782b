import type { Mark } from '#shared/contract/documents.ts'
import { labelOf } from './labels.ts'
import { isBlank, joinMarked, type MarkedText, tidyMarks } from './text.ts'

export type Spoken = MarkedText & { voice: string | null }

/** UTF-16 units; keeps joining quick where a cue is a whole book. */
const longestPiece = 2000

const token =
  /<(\/?)(b|i|u|s|c|v|lang|ruby|rt|rp|font|span|em|strong|br)(?:[.\s]([^<>]*))?\/?>|<(?:\d+:)?\d{1,2}:\d{1,2}[.,]\d{1,3}>|\{\\[^{}]*\}|&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/giu

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', lrm: '\u200e', rlm: '\u200f' }
const markOf: Record<string, Mark[2]> = { b: 'b', strong: 'b', i: 'i', em: 'i' }

/**
 * A cue's lines without their markup: one piece for each voice, and for each line that begins with a label of its own.
 * Markup may reach over lines; lines of one voice are joined.
 */
export function parseCue(lines: string[]): Spoken[] {
  const pieces: Spoken[] = []
  const state: State = { voice: null, open: new Map() }
  for (const line of lines) {
    parseLine(line, state).forEach((piece, i) => {
      const above = pieces.at(-1)
      const begins = i > 0 || !above || above.voice !== piece.voice || above.text.length > longestPiece || labelOf(piece.text) !== null
      if (begins) pieces.push(piece)
      else pieces[pieces.length - 1] = { ...joinMarked(above, piece), voice: above.voice }
    })
  }
  return pieces.filter((piece) => !isBlank(piece.text))
}

/** What is open where a line ends: the voice, and per kind of mark how many tags of it. */
type State = { voice: string | null; open: Map<Mark[2], number> }

function parseLine(line: string, state: State): Spoken[] {
  const pieces: Spoken[] = []
  let text = ''
  let marks: Mark[] = []
  let starts = new Map([...state.open.keys()].map((kind) => [kind, 0]))
  const add = (part: string) => {
    text += part
  }
  const closeMark = (kind: Mark[2]) => {
    const start = starts.get(kind)
    if (start !== undefined) marks.push([start, text.length, kind])
    starts.delete(kind)
  }
  const finish = () => {
    for (const kind of [...starts.keys()]) closeMark(kind)
    if (text !== '') pieces.push({ text, marks: tidyMarks(marks), voice: state.voice })
    text = ''
    marks = []
    starts = new Map([...state.open.keys()].map((kind) => [kind, 0]))
  }
  let done = 0
  for (const found of line.matchAll(token)) {
    add(line.slice(done, found.index))
    done = found.index + found[0].length
    const [whole, slash, rawTag, annotation = '', entity] = found
    const tag = rawTag?.toLowerCase()
    const kind = tag && markOf[tag]
    if (entity !== undefined) add(decodeEntity(entity, whole))
    else if (tag === 'br') add(' ')
    else if (tag === 'v') {
      finish()
      state.voice = slash ? null : voiceName(whole, annotation)
    } else if (kind && !slash) {
      state.open.set(kind, (state.open.get(kind) ?? 0) + 1)
      if (!starts.has(kind)) starts.set(kind, text.length)
    } else if (kind) {
      const left = (state.open.get(kind) ?? 0) - 1
      if (left > 0) state.open.set(kind, left)
      else {
        state.open.delete(kind)
        closeMark(kind)
      }
    }
  }
  add(line.slice(done))
  finish()
  return pieces
}

/** `<v Anna>`, `<v.loud Anna>`: the name stands behind the classes. */
function voiceName(tag: string, annotation: string): string | null {
  const name = (tag.charAt(2) === '.' ? annotation.replace(/^\S*\s*/, '') : annotation)
    .replace(/&(#\d{1,7}|#x[0-9a-f]{1,6}|[a-z]{2,8});/giu, (whole, entity: string) => decodeEntity(entity, whole))
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
  return name === '' ? null : name
}

/** The character that an entity stands for; one that Emic does not know stays as it is written. */
function decodeEntity(entity: string, whole: string): string {
  if (!entity.startsWith('#')) return entities[entity.toLowerCase()] ?? whole
  const point = /^#x/i.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number.parseInt(entity.slice(1), 10)
  const isCharacter = point >= 0x20 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
  return isCharacter ? String.fromCodePoint(point) : whole
}
