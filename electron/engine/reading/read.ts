import { setImmediate } from 'node:timers/promises'
import type { ReadingOptions } from '#shared/contract/documents.ts'
import { Problem } from '#shared/model/problem.ts'
import { decode } from './encoding.ts'
import { binaryKind, formatByContent, formatByEnding } from './format.ts'
import { divideLongTurns } from './long.ts'
import { readMarkdown } from './markdown.ts'
import { readPlain } from './plain.ts'
import { preview } from './preview.ts'
import { readSubtitles } from './subtitles.ts'
import { cleanText, isBlank } from './text.ts'
import type { FileFormat, ReadBody, ReadDocument, Reading, Warning } from './types.ts'

const largestFile = 64 * 1024 * 1024

/**
 * Reads one file into turns. `name` is the file's name with its ending, `options` what the person has decided about it.
 * Refuses, naming the file, with file-empty, file-too-large, file-format-unknown, file-not-text, file-not-docx, encoding-unknown,
 * subtitles-without-cues, subtitles-bad-time or cancelled. What could be mended on the way is told in the preview's warnings.
 */
export async function readFile(name: string, bytes: Uint8Array, options: ReadingOptions, signal?: AbortSignal): Promise<ReadDocument> {
  const warnings: Warning[] = []
  const reading: Reading = {
    file: name,
    options,
    warn: (kind, where, message) => warnings.push({ kind, where, message }),
    async breathe() {
      await setImmediate()
      if (signal?.aborted) throw new Problem('cancelled', { file: name })
    },
  }
  await reading.breathe()
  const promised = formatByEnding(name)
  if (bytes.length === 0) throw new Problem('file-empty', { file: name })
  if (bytes.length > largestFile) throw tooLarge(name, bytes.length)

  const { format, body, encoding, encodings } =
    promised === 'docx'
      ? { format: promised, body: await (await import('./docx.ts')).readDocx(bytes, reading), encoding: null, encodings: [] }
      : await readText(promised, bytes, reading)
  if (body.turns.every((turn) => isBlank(turn.text))) throw new Problem('file-empty', { file: name })
  const turns = divideLongTurns(body.turns, reading)
  return { turns, preview: await preview({ format, encoding, encodings, turns, speakers: body.speakers, warnings }, reading) }
}

type Read = { format: FileFormat; body: ReadBody; encoding: string | null; encodings: string[] }

async function readText(promised: FileFormat, bytes: Uint8Array, reading: Reading): Promise<Read> {
  const kind = binaryKind(bytes)
  if (kind) throw new Problem('file-not-text', { file: reading.file, seems: kind })
  const decoded = decode(bytes, reading)
  await reading.breathe()
  const { text, removed } = cleanText(decoded.text)
  if (removed > 0) reading.warn('controls-removed', '', `${removed} control characters were removed`)
  const format = formatByContent(promised, text)
  return { format, body: readBody(format, text, reading), encoding: decoded.encoding, encodings: decoded.encodings }
}

function readBody(format: FileFormat, text: string, reading: Reading): ReadBody {
  if (format === 'vtt' || format === 'srt') return readSubtitles(text, format, reading)
  return format === 'md' ? readMarkdown(text, reading) : readPlain(text, reading)
}

function tooLarge(file: string, bytes: number): Problem {
  return new Problem('file-too-large', { file, megabytes: Math.ceil(bytes / 1024 / 1024), limit: largestFile / 1024 / 1024 })
}
