import mammoth from 'mammoth'
import { Problem } from '#shared/model/problem.ts'
import { docxParagraphs, type WordNode } from './docxParagraphs.ts'
import { binaryKind } from './format.ts'
import { findSpeakers } from './speakers.ts'
import type { ReadBody, Reading } from './types.ts'
import { xmlPartsOnly } from './zip.ts'

/**
 * Word documents, read by mammoth: paragraphs with heading level, bold and italic; table rows as one paragraph each; footnotes at the end.
 * Refuses with file-not-docx and file-too-large.
 */
export async function readDocx(bytes: Uint8Array, reading: Reading): Promise<ReadBody> {
  const document = await wordDocument(bytes, reading)
  await reading.breathe()
  const { body, notes, images } = understood(() => docxParagraphs(document), bytes, reading)
  const comments = document.comments?.length ?? 0
  if (comments > 0) reading.warn('comments-ignored', '', `${comments} comments were left out`)
  if (images > 0) reading.warn('images-dropped', '', `${images} images were left out`)
  const { turns, speakers } = findSpeakers(body, reading.options)
  // Footnotes are the writer's, not the last speaker's.
  const noteTurns = notes.map((note) => ({ ...note, speaker: null, continues: false, startMs: null }))
  return { turns: [...turns, ...noteTurns], speakers }
}

async function wordDocument(bytes: Uint8Array, reading: Reading): Promise<WordNode> {
  const parts = understood(() => xmlPartsOnly(bytes, reading.file), bytes, reading)
  if (!parts.names.some((name) => /^word\/document\d*\.xml$/i.test(name))) throw notDocx(bytes, reading)
  await reading.breathe()
  let document: WordNode | null = null
  try {
    // The document itself is what is wanted; an empty one goes on to be written as HTML, so that no time is lost with that.
    await mammoth.convertToHtml(
      { buffer: Buffer.from(parts.bytes.buffer, parts.bytes.byteOffset, parts.bytes.byteLength) },
      {
        externalFileAccess: false,
        includeEmbeddedStyleMap: false,
        transformDocument(read: WordNode) {
          document = read
          return { ...read, children: [], comments: [] }
        },
      },
    )
  } catch (cause) {
    throw notDocx(bytes, reading, cause)
  }
  if (!document) throw notDocx(bytes, reading)
  return document
}

/** What the libraries throw about damaged files says one thing: this is no Word document. */
function understood<T>(step: () => T, bytes: Uint8Array, reading: Reading): T {
  try {
    return step()
  } catch (cause) {
    throw cause instanceof Problem ? cause : notDocx(bytes, reading, cause)
  }
}

function notDocx(bytes: Uint8Array, reading: Reading, cause?: unknown): Problem {
  const kind = binaryKind(bytes)
  return new Problem('file-not-docx', { file: reading.file, seems: kind === 'DOCX' ? '' : (kind ?? '') }, { cause })
}
