import { unzipSync, zipSync } from 'fflate'
import { Problem } from '#shared/model/problem.ts'

const megabyte = 1024 * 1024
/** What a document may unfold to, pictures and all. */
const largestUnpacked = 200 * megabyte
/** What of it may be XML, which is held in memory as a tree of some fifty times its size: half a million words and more. */
const largestXml = 16 * megabyte
/** From this size on, more than `steepest` times its packed size is no document but a trap. */
const largeXml = 20 * megabyte
const steepest = 200
const mostEntries = 10_000
/** Tables in tables in text boxes: real documents stay far below. */
const deepest = 500

/**
 * A Word file with only its XML parts, stored unpacked: no part can unfold to more than was looked at here, whatever the archive claims
 * later. Refuses with file-too-large by the sizes in the central directory; throws where the bytes are no archive.
 */
export function xmlPartsOnly(bytes: Uint8Array, file: string): { names: string[]; bytes: Uint8Array } {
  let entries = 0
  let unpacked = 0
  let xml = 0
  const parts = unzipSync(bytes, {
    filter({ name, size, originalSize }) {
      const wanted = /\.(?:xml|rels)$/i.test(name)
      unpacked += originalSize
      if (wanted) xml += originalSize
      if (xml > largestXml) throw tooLarge(file, xml, largestXml)
      if (++entries > mostEntries || unpacked > largestUnpacked) throw tooLarge(file, unpacked, largestUnpacked)
      if (originalSize > largeXml && originalSize > size * steepest) throw tooLarge(file, originalSize, largeXml)
      return wanted
    },
  })
  for (const part of Object.values(parts)) assertShallow(part, file)
  return { names: Object.keys(parts), bytes: zipSync(parts, { level: 0 }) }
}

/** Refuses XML that nests deeper than any writing does: a tree of that shape would hold the reader up for minutes. */
function assertShallow(part: Uint8Array, file: string): void {
  let depth = 0
  for (let at = part.indexOf(lessThan); at !== -1; at = part.indexOf(lessThan, at + 1)) {
    const next = part[at + 1]
    if (next === slash) depth--
    else if (next !== exclamation && next !== question && part[part.indexOf(greaterThan, at) - 1] !== slash && ++depth > deepest) {
      throw new Problem('file-not-docx', { file, seems: '' })
    }
  }
}

const [lessThan, greaterThan, slash, exclamation, question] = [0x3c, 0x3e, 0x2f, 0x21, 0x3f]

function tooLarge(file: string, bytes: number, limit: number): Problem {
  return new Problem('file-too-large', { file, megabytes: Math.ceil(bytes / megabyte), limit: limit / megabyte })
}
