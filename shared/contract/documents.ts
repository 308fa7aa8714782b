import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { problemSchema } from '../model/problem.ts'
import { documentKind, id, instant, offset, progress } from '../model/schemas.ts'
import { procedure } from './base.ts'

export const documentSummary = z.object({
  id,
  name: z.string(),
  kind: documentKind,
  /** Unicode code points, with one LF between turns. */
  characters: z.number().int(),
  words: z.number().int(),
  turns: z.number().int(),
  speakers: z.number().int(),
  codings: z.number().int(),
  /** Share of its characters that carry a coding, 0 to 1; null for an empty text. */
  coded: z.number().nullable(),
  createdAt: instant,
  sourceName: z.string(),
  encoding: z.string().nullable(),
})
export type DocumentSummary = z.infer<typeof documentSummary>

export const speaker = z.object({ id, name: z.string(), caseId: id.nullable() })

/** Formatting kept beside the text: [start, end) in UTF-16 units of the turn, `b` bold, `i` italic. */
export const mark = z.tuple([offset, offset, z.enum(['b', 'i'])])
export type Mark = z.infer<typeof mark>

export const turn = z.object({
  id,
  speakerId: id.nullable(),
  /** A further paragraph of the speaker above: shown without its name again. */
  continues: z.boolean(),
  /** Milliseconds from the recording's start. */
  startMs: z.number().int().nullable(),
  /** 0 body text, 1 to 6 heading level. */
  heading: z.number().int().min(0).max(6),
  text: z.string(),
  marks: z.array(mark),
})
export type Turn = z.infer<typeof turn>

export const documentText = z.object({
  id,
  name: z.string(),
  kind: documentKind,
  speakers: z.array(speaker),
  turns: z.array(turn),
})
export type DocumentText = z.infer<typeof documentText>

export const textSplice = z.object({ start: offset, end: offset, text: z.string() })

/** How a file would be read; what is not said is found out and shown. */
export const readingOptions = z.object({
  /** WHATWG label such as `utf-8`, `gb18030`, `big5`; absent: by BOM, strict UTF-8, then detection. */
  encoding: z.string().optional(),
  speakers: z.enum(['auto', 'none']).default('auto'),
  kind: documentKind.optional(),
  name: z.string().optional(),
  /** Speaker labels that the person unticked in the preview: lines that begin with them stay plain text. */
  notSpeakers: z.array(z.string()).default([]),
  /** Doubtful ones that the person ticked: they count as speakers. */
  alsoSpeakers: z.array(z.string()).default([]),
})
export type ReadingOptions = z.infer<typeof readingOptions>

export const readingWarning = z.object({ kind: z.string(), where: z.string(), message: z.string() })

/** What a file would become: shown before anything is written. */
export const filePreview = z.object({
  name: z.string(),
  format: z.enum(['txt', 'md', 'docx', 'vtt', 'srt']),
  kind: documentKind,
  encoding: z.string().nullable(),
  /** Encodings worth trying, the chosen one first; empty where the format fixes it. */
  encodings: z.array(z.string()),
  characters: z.number().int(),
  words: z.number().int(),
  turns: z.number().int(),
  speakers: z.array(z.object({ name: z.string(), turns: z.number().int(), doubtful: z.boolean(), accepted: z.boolean() })),
  /** The first turns, for a look. */
  sample: z.array(z.object({ speaker: z.string().nullable(), startMs: z.number().nullable(), text: z.string() })),
  warnings: z.array(readingWarning),
})
export type FilePreview = z.infer<typeof filePreview>

const fileResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), file: z.string(), documentId: id, warnings: z.array(readingWarning) }),
  z.object({ ok: z.literal(false), file: z.string(), problem: problemSchema }),
])
export type FileResult = z.infer<typeof fileResult>

const previewResult = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), token: z.string(), file: z.string(), preview: filePreview }),
  z.object({ ok: z.literal(false), token: z.null(), file: z.string(), problem: problemSchema }),
])
export type PreviewResult = z.infer<typeof previewResult>

export const documents = {
  list: procedure.output(z.array(documentSummary)),
  text: procedure.input(z.object({ id })).output(documentText),
  /** Reads a file that the person picked and keeps its bytes in the engine under a token until imported or dropped. */
  preview: procedure.input(z.object({ file: z.file(), options: readingOptions.optional() })).output(previewResult),
  previewAgain: procedure.input(z.object({ token: z.string(), options: readingOptions })).output(previewResult),
  dropPreviews: procedure.input(z.object({ tokens: z.array(z.string()) })).output(z.void()),
  /**
   * Imports previewed files, each in one transaction of its own; a bad one is reported and the others go on.
   * Cancelled by the call's AbortSignal: the file in hand is dropped whole, those before it stay.
   */
  importFiles: procedure
    .input(z.object({ files: z.array(z.object({ token: z.string(), options: readingOptions })), coderId: id.optional() }))
    .output(eventIterator(progress, z.array(fileResult))),
  rename: procedure.input(z.object({ id, name: z.string() })).output(z.void()),
  setKind: procedure.input(z.object({ id, kind: documentKind })).output(z.void()),
  remove: procedure.input(z.object({ ids: z.array(id) })).output(z.void()),
  /**
   * Replaces [start, end) by `text`; an LF in `text` divides a turn, a removed LF joins two. Every anchor of the document is mapped by
   * shared/text/edits.ts in the same transaction. `expected` is the text that the page believes it replaces; another one is refused
   * with `text-changed`, so that a page that has fallen behind never writes over what it has not seen. Keystrokes that follow each
   * other closely join one journal entry when `joins` is true.
   */
  edit: procedure
    .input(z.object({ id, splice: textSplice, expected: z.string(), joins: z.boolean().default(false), coderId: id.optional() }))
    .output(z.object({ turns: z.array(turn), removedTurnIds: z.array(id) })),
  originalFile: procedure.input(z.object({ id })).output(z.file()),
}
