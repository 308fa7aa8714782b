import { unzipSync, zipSync } from 'fflate'
import { Problem } from '#shared/model/problem.ts'

const megabyte = 1024 * 1024
/** What a document may unfold to, pictures and all. */
const largestUnpacked = 200 * megabyte
/** What of it may be XML, which is held in memory as a tree of some fifty times its size: about a million words. */
const largestXml = 32 * megabyte
/** From this size on, more than `steepest` times its packed size is no document but a trap. */
const largeXml = 20 * megabyte
const steepest = 200
const mostEntries = 10_000

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
  return { names: Object.keys(parts), bytes: zipSync(parts, { level: 0 }) }
}

function tooLarge(file: string, bytes: number, limit: number): Problem {
  return new Problem('file-too-large', { file, megabytes: Math.ceil(bytes / megabyte), limit: limit / megabyte })
}
