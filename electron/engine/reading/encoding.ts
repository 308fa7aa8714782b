import { analyse } from 'chardet'
import { Problem } from '#shared/model/problem.ts'
import { plausibility } from './plausible.ts'
import type { Reading } from './types.ts'

export type Decoded = { text: string; encoding: string; encodings: string[] }

/** Bytes from the start that are looked at to tell writing from other things. */
const headSize = 64 * 1024
/** Bytes that are decoded in each encoding to see where they make sense. */
const tellingSize = 4 * 1024
/** From here on a multi-byte encoding makes so much sense that no other needs to be tried. */
const convincing = 0.5
const chardetsWeight = 0.2

/** Encodings that transcripts come in, likelier ones first: an even score is settled by this order. */
const multiByte = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']
const singleByte = ['windows-1252', 'windows-1251', 'windows-1250', 'koi8-r', 'windows-1253', 'windows-1254', 'windows-1255', 'windows-1256']
/** The name under which chardet knows an encoding's plainer sibling. */
const isoTwin: Record<string, string> = {
  'windows-1250': 'iso-8859-2',
  'windows-1251': 'iso-8859-5',
  'windows-1252': 'iso-8859-1',
  'windows-1253': 'iso-8859-7',
  'windows-1254': 'iso-8859-9',
  'windows-1255': 'iso-8859-8',
  'windows-1256': 'iso-8859-6',
}
/** Offered after what makes sense. */
const usual = ['utf-8', 'gb18030', 'big5', 'shift_jis', 'euc-kr', 'windows-1252']

/**
 * A file's bytes as text: by the person's choice, by byte order mark, as strict UTF-8, then by what looks likeliest. Bytes that the encoding
 * does not know become U+FFFD and are told in a warning. Refuses with encoding-unknown, or file-not-text where the bytes are no writing at all.
 */
export function decode(bytes: Uint8Array, reading: Reading): Decoded {
  const { options, file } = reading
  const head = bytes.subarray(0, headSize)
  const wide = byMark(bytes) ?? utf16WithoutMark(head)
  if (options.encoding !== undefined) return decodeAs(bytes, options.encoding, wide ? [wide] : offered(bytes), reading)
  if (wide) return decodeAs(bytes, wide, usual, reading)
  refuseBinary(head, file)
  const strict = decodeStrictly(bytes, 'utf-8')
  if (strict !== null) return { text: strict, encoding: 'utf-8', encodings: strict.length === bytes.length ? ['utf-8'] : usual }
  const [best = 'windows-1252', ...others] = offered(bytes)
  return decodeAs(bytes, best, others, reading)
}

function decodeAs(bytes: Uint8Array, label: string, others: string[], reading: Reading): Decoded {
  const decoder = decoderFor(label, reading.file)
  const encodings = [...new Set([decoder.encoding, ...others])]
  const strict = decodeStrictly(bytes, decoder.encoding)
  if (strict !== null) return { text: strict, encoding: decoder.encoding, encodings }
  const text = decoder.decode(bytes)
  const replaced = text.split('\ufffd').length - 1
  reading.warn('bytes-replaced', '', `${replaced} places could not be read as ${decoder.encoding} and stand as \ufffd`)
  return { text, encoding: decoder.encoding, encodings }
}

function decoderFor(label: string, file: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label)
  } catch (cause) {
    throw new Problem('encoding-unknown', { file, encoding: label }, { cause })
  }
}

/** Null where the bytes are not of that encoding. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    // The decoder's only way to say no.
    return null
  }
}

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return null
}

/** UTF-16 betrays itself by the zero bytes of its line ends, blanks and digits; of its two orders only one makes sense. */
function utf16WithoutMark(head: Uint8Array): string | null {
  if (!head.includes(0)) return null
  return ['utf-16le', 'utf-16be'].find((encoding) => isWriting(new TextDecoder(encoding).decode(head))) ?? null
}

function isWriting(text: string): boolean {
  const controls = text.match(/[^\P{Cc}\t\n\r\f]/gu)?.length ?? 0
  if (controls * 100 > text.length) return false
  const ascii = (text.match(/[\t-~]/g)?.length ?? 0) / text.length
  const sample = text.slice(0, tellingSize)
  return ascii > 0.9 || plausibility(sample, true) > 0.3 || (ascii > 0.1 && plausibility(sample, false) > 0.2)
}

/** A stray zero byte happens, and some terminals leave their codes behind; many of them are no writing. */
function refuseBinary(head: Uint8Array, file: string): void {
  let zeros = 0
  let controls = 0
  for (const byte of head) {
    if (byte === 0) zeros++
    else if (byte < 0x20 && (byte < 0x09 || byte > 0x0d) && byte !== 0x1b) controls++
  }
  const many = (count: number, share: number) => count > 4 && count > head.length * share
  if (many(zeros, 0.01) || many(controls, 0.05)) throw new Problem('file-not-text', { file, seems: '' })
}

/** UTF-8 with a few damaged places: legacy encodings hardly ever form its sequences by chance. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes.subarray(0, 1024 * 1024))
  const broken = text.split('\ufffd').length - 1
  const whole = (text.match(/[^\0-\u007f]/gu)?.length ?? 0) - broken
  return whole >= 3 && whole > broken * 4
}

/** The first part of a file that is more than ASCII, from a line's start to a line's end: no character is divided. */
function tellingPart(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80)
  const start = bytes.lastIndexOf(0x0a, Math.max(0, first)) + 1
  const part = bytes.subarray(start, start + tellingSize)
  const lineEnd = part.lastIndexOf(0x0a)
  return start + part.length < bytes.length && lineEnd > first - start ? part.subarray(0, lineEnd + 1) : part
}

/** Encodings by how much sense the file makes in them, the best first, then the usual ones that are left. */
function offered(bytes: Uint8Array): string[] {
  const sample = tellingPart(bytes)
  const judge = (encoding: string, wide: boolean) => ({ encoding, score: plausibility(new TextDecoder(encoding).decode(sample), wide) })
  const candidates = multiByte.map((encoding) => judge(encoding, true))
  if (!candidates.some(({ score }) => score > convincing)) candidates.push(...singleByte.map((encoding) => judge(encoding, false)))
  const sensible = settled(candidates, sample).filter(({ score }) => score > 0)
  const ranked = sensible.map(({ encoding }) => encoding).slice(0, 5)
  return [...new Set(mostlyUtf8(bytes) ? ['utf-8', ...ranked, ...usual] : [...ranked, ...usual.filter((encoding) => encoding !== 'utf-8'), 'utf-8'])]
}

type Candidate = { encoding: string; score: number }

/** Candidates, the best first; where the first two are close, chardet's confidence is added. */
function settled(candidates: Candidate[], sample: Uint8Array): Candidate[] {
  const sorted = candidates.toSorted((a, b) => b.score - a.score)
  if (sorted.length > 1 && sorted[0]!.score - sorted[1]!.score > chardetsWeight) return sorted
  const guesses = new Map(analyse(sample).map(({ name, confidence }) => [name.toLowerCase(), confidence / 100]))
  const confidence = (encoding: string) => Math.max(guesses.get(encoding) ?? 0, guesses.get(isoTwin[encoding] ?? '') ?? 0)
  return candidates
    .map(({ encoding, score }) => ({ encoding, score: score + confidence(encoding) * chardetsWeight }))
    .sort((a, b) => b.score - a.score)
}
