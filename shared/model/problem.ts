import { z } from 'zod'

/**
 * Everything that can be refused, by code. The interface holds one sentence per code in each language (renderer/i18n/problems.ts),
 * the command line one in English (electron/cli/problems.ts); `params` fill their blanks.
 */
export const problemCodes = [
  'no-project',
  'project-missing',
  'project-exists',
  'project-open-elsewhere',
  'project-not-emic',
  'project-newer',
  'project-damaged',
  'folder-read-only',
  'disk-full',
  'not-found',
  'name-empty',
  'name-taken',
  'ambiguous-name',
  'code-cycle',
  'code-not-codable',
  'merge-into-itself',
  'range-empty',
  'range-outside',
  'edit-splits-character',
  'text-changed',
  'weight-out-of-range',
  'value-not-of-type',
  'nothing-to-undo',
  'nothing-to-redo',
  'file-missing',
  'file-empty',
  'file-too-large',
  'file-format-unknown',
  'file-not-docx',
  'file-not-text',
  'encoding-unknown',
  'subtitles-without-cues',
  'subtitles-bad-time',
  'cancelled',
  'export-empty',
  'export-format-unknown',
  'table-bad',
  'file-unwritable',
  'unexpected',
] as const

export type ProblemCode = (typeof problemCodes)[number]

export const problemSchema = z.object({
  code: z.enum(problemCodes),
  /** What fills the blanks of the sentence: names, files, line numbers, versions. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})

export type ProblemData = z.infer<typeof problemSchema>

/** A refusal that a person can read and act on. A change that throws it has changed nothing. */
export class Problem extends Error {
  readonly code: ProblemCode
  readonly params: ProblemData['params']

  constructor(code: ProblemCode, params: ProblemData['params'] = {}, options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(params)}`, options)
    this.name = 'Problem'
    this.code = code
    this.params = params
  }
}
