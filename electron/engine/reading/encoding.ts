import { Problem } from '#shared/model/problem.ts'
import type { Reading } from './types.ts'

export type Decoded = { text: string; encoding: string; encodings: string[] }

/** A file's bytes as text: by the person's choice, by byte order mark, then strict UTF-8. */
export function decode(bytes: Uint8Array, reading: Reading): Decoded {
  const decoder = decoderFor(reading.options.encoding ?? 'utf-8', reading.file)
  return { text: decoder.decode(bytes), encoding: decoder.encoding, encodings: [decoder.encoding] }
}

function decoderFor(label: string, file: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(label)
  } catch (cause) {
    throw new Problem('encoding-unknown', { file, encoding: label }, { cause })
  }
}
