import { Problem } from '#shared/model/problem.ts'
import type { FileFormat } from './types.ts'

const byEnding: Record<string, FileFormat> = { txt: 'txt', md: 'md', docx: 'docx', vtt: 'vtt', srt: 'srt' }

/** The format that a file's ending promises. Refuses with file-format-unknown. */
export function formatByEnding(file: string): FileFormat {
  const ending = /\.([^./\\]+)$/.exec(file)?.[1]?.toLowerCase() ?? ''
  const format = byEnding[ending]
  if (!format) throw new Problem('file-format-unknown', { file })
  return format
}

/** A file's name without folders and ending: what its document is called. */
export function documentName(file: string): string {
  const base = file.replace(/^.*[/\\]/, '')
  const name = base
    .replace(/\.[^.]+$/, '')
    .replace(/\s+/gu, ' ')
    .trim()
  return (name === '' ? base : name).normalize('NFC')
}

const signatures: { name: string; at?: number; bytes: number[] }[] = [
  { name: 'PDF', bytes: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { name: 'ZIP', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'ZIP', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { name: 'Word 97–2003 (DOC)', bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] },
  { name: 'RTF', bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66] },
  { name: 'PNG', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', bytes: [0xff, 0xd8, 0xff] },
  { name: 'GIF', bytes: [0x47, 0x49, 0x46, 0x38] },
  { name: 'GZIP', bytes: [0x1f, 0x8b, 0x08] },
  { name: 'RAR', bytes: [0x52, 0x61, 0x72, 0x21, 0x1a] },
  { name: '7-Zip', bytes: [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c] },
  { name: 'SQLite', bytes: [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20, 0x66, 0x6f, 0x72, 0x6d, 0x61, 0x74] },
  { name: 'MP3', bytes: [0x49, 0x44, 0x33] },
  { name: 'WAV', bytes: [0x52, 0x49, 0x46, 0x46] },
  { name: 'MP4', at: 4, bytes: [0x66, 0x74, 0x79, 0x70] },
  { name: 'UTF-32', bytes: [0xff, 0xfe, 0x00, 0x00] },
  { name: 'UTF-32', bytes: [0x00, 0x00, 0xfe, 0xff] },
]

/** What a file that is no plain text seems to be, by its first bytes; null where they say nothing. */
export function binaryKind(bytes: Uint8Array): string | null {
  const found = signatures.find(({ at = 0, bytes: wanted }) => wanted.every((byte, i) => bytes[at + i] === byte))
  if (found?.name === 'ZIP') return zipKind(bytes)
  return found?.name.startsWith('Word') && isEncrypted(bytes) ? 'DOCX with a password' : (found?.name ?? null)
}

/** Word wraps a document with a password into the container of its old format. */
function isEncrypted(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes('EncryptedPackage', 0, 'utf16le')
}

const zipContents: [string, string][] = [
  ['word/', 'DOCX'],
  ['xl/', 'XLSX'],
  ['ppt/', 'PPTX'],
  ['opendocument.text', 'ODT'],
  ['application/epub', 'EPUB'],
]

function zipKind(bytes: Uint8Array): string {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 4096)) + new TextDecoder('windows-1252').decode(bytes.subarray(-4096))
  return zipContents.find(([sign]) => head.includes(sign))?.[1] ?? 'ZIP'
}

/** What a text that was decoded really is: subtitles keep their form whatever their file is called. */
export function formatByContent(promised: FileFormat, text: string): FileFormat {
  const head = text.slice(0, 2000)
  if (/^\s*WEBVTT(?=\s|$)/.test(head)) return 'vtt'
  if (promised === 'txt' && /^\s*\d+[ \t]*\n[ \t]*\d+:\d{2}:\d{2},\d{3}[ \t]*-->/.test(head)) return 'srt'
  return promised
}
