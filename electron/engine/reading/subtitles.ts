import { Problem } from '#shared/model/problem.ts'
import { parseCue } from './cueText.ts'
import { labelOf } from './labels.ts'
import { linesOf } from './plain.ts'
import { judgeNames } from './speakers.ts'
import { isBlank, joinMarked, type MarkedText, sliceMarked, trimMarked } from './text.ts'
import type { FileFormat, ReadBody, Reading, ReadTurn } from './types.ts'

/** Nobody named, and this long a silence: a new turn. */
const pauseMs = 2000
/** A turn that has grown to this ends with its sentence, or at the latest at the second. UTF-16 units. */
const longTurn = 600
const longestTurn = 1200

type Cue = { startMs: number; endMs: number; lines: string[] }

/** What one person says within one cue; `voice` is named by the cue's markup, `label` by the words themselves. */
type Piece = MarkedText & { startMs: number; endMs: number; voice: string | null }

/**
 * Subtitles (WebVTT, SubRip): cues become timestamped turns, those of one speaker that follow each other one turn.
 * Refuses with subtitles-bad-time, naming the line, and with subtitles-without-cues.
 */
export function readSubtitles(text: string, format: FileFormat, reading: Reading): ReadBody {
  const cues = readCues(text, format, reading)
  if (cues.length === 0) throw new Problem('subtitles-without-cues', { file: reading.file })
  const pieces = cues.flatMap((cue) => parseCue(cue.lines).map((piece): Piece => ({ ...piece, startMs: cue.startMs, endMs: cue.endMs })))
  return speak(pieces, reading)
}

const clock = String.raw`(?:(\d+):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?`
const timing = new RegExp(String.raw`^\s*${clock}\s*-->\s*${clock}(?:\s.*)?$`)
/** What means to be a cue's time, whether or not it can be read. */
const timingMeant = /-->|^\s*[\d:.,]*\d[:.,]\d[\d:.,]*\s*(?:->|—>|–>|→|--|—|–)\s*[\d:.,]*\d/

/** A line's beginning that a time has to stand in. UTF-16 units. */
const longestTiming = 200

function meansTiming(line: string): boolean {
  return timingMeant.test(line.slice(0, longestTiming))
}

function readCues(text: string, format: FileFormat, reading: Reading): Cue[] {
  const cues: Cue[] = []
  let strayLines = 0
  const lines = linesOf(text, reading.file)
  let at = skipHeader(lines, format, reading)
  while (at < lines.length) {
    if (isBlank(lines[at]!)) {
      at++
      continue
    }
    const end = blockEnd(lines, at)
    const aside = isAside(lines, at, end)
    const meant = aside ? undefined : [at, at + 1].find((line) => line < end && meansTiming(lines[line]!))
    if (meant !== undefined) cues.push({ ...readTiming(lines[meant]!, meant + 1, reading.file), lines: lines.slice(meant + 1, end) })
    else if (!aside) strayLines += keepStray(cues, lines.slice(at, end))
    at = end
  }
  if (strayLines > 0 && cues.length > 0)
    reading.warn('subtitles-text-before-cues', '', `${strayLines} lines before the first cue have no time and were left out`)
  return cues
}

/** Text that a blank line has torn from its cue goes back to it; the number of lines that no cue stands before is returned. */
function keepStray(cues: Cue[], lines: string[]): number {
  const above = cues.at(-1)
  for (const line of above ? lines : []) above?.lines.push(line)
  return above ? 0 : lines.length
}

function skipHeader(lines: string[], format: FileFormat, reading: Reading): number {
  if (format !== 'vtt') return 0
  const first = lines.findIndex((line) => !isBlank(line))
  if (/^\s*WEBVTT(?=\s|$)/.test(lines[first] ?? '')) {
    // What follows on the header's own lines is about the file, unless a cue was set right below it.
    const end = blockEnd(lines, first)
    const cue = lines.slice(first + 1, end).findIndex((line) => meansTiming(line))
    return cue < 0 ? end : first + 1 + Math.max(0, cue - 1)
  }
  reading.warn('subtitles-without-header', '', 'The line WEBVTT is missing at the beginning; the cues were read all the same')
  return 0
}

function blockEnd(lines: string[], start: number): number {
  let end = start
  while (end < lines.length && !isBlank(lines[end]!)) end++
  return end
}

/** Comments, styles and regions of WebVTT, and a cue's number that a blank line has torn from its cue. */
function isAside(lines: string[], start: number, end: number): boolean {
  const first = lines[start]!
  if (/^(?:NOTE|STYLE|REGION)(?:\s|$)/.test(first)) return !timing.test((lines[start + 1] ?? '').slice(0, longestTiming))
  return end - start === 1 && /^\s*\d+\s*$/.test(first)
}

function readTiming(line: string, lineNumber: number, file: string): { startMs: number; endMs: number } {
  const found = timing.exec(line.slice(0, longestTiming))
  const startMs = found && milliseconds(found.slice(1, 5))
  const endMs = found && milliseconds(found.slice(5, 9))
  if (startMs === null || endMs === null || endMs < startMs)
    throw new Problem('subtitles-bad-time', { file, line: lineNumber, text: line.trim().slice(0, 80).toWellFormed() })
  return { startMs, endMs }
}

function milliseconds([hours = '0', minutes = '', seconds = '', fraction = '']: (string | undefined)[]): number | null {
  if (Number(minutes) >= 60 || Number(seconds) >= 60 || hours.length > 4) return null
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(fraction.padEnd(3, '0'))
}

/** Gives the pieces to their speakers, by voice tags or by `NAME:` before the words, and joins what one person goes on saying. */
function speak(pieces: Piece[], { options }: Reading): ReadBody {
  const off = options.speakers === 'none'
  const labels = pieces.map((piece) => (off || piece.voice !== null ? null : labelOf(piece.text)))
  const byLabel = judgeNames(labels, pieces.filter((piece) => !isBlank(piece.text)).length, options)
  const accepted = new Set(byLabel.filter((speaker) => speaker.accepted).map((speaker) => speaker.name))
  const unticked = new Set(options.notSpeakers)
  const voices = new Map<string, number>()

  const turns: ReadTurn[] = []
  let open: { turn: ReadTurn; endMs: number } | null = null
  let labelled: string | null = null
  pieces.forEach((piece, i) => {
    const label = labels[i]
    const named = label && accepted.has(label.name) ? label : null
    const voice = off || piece.voice === null || unticked.has(piece.voice) ? null : piece.voice
    if (!off && piece.voice !== null) voices.set(piece.voice, (voices.get(piece.voice) ?? 0) + 1)
    if (named) labelled = named.name
    const speaker: string | null = voice ?? (piece.voice === null ? labelled : null)
    const said = trimMarked(named ? sliceMarked(piece, named.length) : piece)
    if (said.text === '') return
    const grown: boolean = open !== null && isFull(open.turn.text)
    const silence: boolean = open !== null && speaker === null && piece.startMs - open.endMs > pauseMs
    if (open && open.turn.speaker === speaker && !grown && !silence) {
      Object.assign(open.turn, joinMarked(open.turn, said))
      open.endMs = Math.max(open.endMs, piece.endMs)
    } else {
      const continues: boolean = open !== null && grown && speaker !== null && open.turn.speaker === speaker
      open = { turn: { speaker, continues, startMs: piece.startMs, heading: 0, ...said }, endMs: piece.endMs }
      turns.push(open.turn)
    }
  })
  const byVoice = [...voices].map(([name, count]) => ({ name, turns: count, doubtful: false, accepted: !unticked.has(name) }))
  const found = [...byVoice, ...byLabel.filter((speaker) => !voices.has(speaker.name))]
  // Several cues may have become one turn. Who was taken off has none: for them the cues are told.
  const begun = Map.groupBy(
    turns.filter((turn) => !turn.continues),
    (turn) => turn.speaker,
  )
  return { turns, speakers: found.map((speaker) => (speaker.accepted ? { ...speaker, turns: begun.get(speaker.name)?.length ?? 0 } : speaker)) }
}

function isFull(text: string): boolean {
  return text.length >= longestTurn || (text.length >= longTurn && /[.!?。！？…]["'”’）)」』]*$/u.test(text))
}
