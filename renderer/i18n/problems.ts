import { t } from '@lingui/core/macro'
import { ORPCError } from '@orpc/client'
import { toast } from '#renderer/ui/toast.tsx'
import type { ProblemCode, ProblemData } from '#shared/model/problem.ts'

/** What fills the blanks; one that the engine did not say stays empty. */
const blanks = {
  code: '',
  encoding: '',
  file: '',
  format: '',
  limit: '',
  line: '',
  megabytes: '',
  message: '',
  name: '',
  paragraphs: '',
  parent: '',
  value: '',
  variable: '',
  what: '',
}
type Params = typeof blanks

/** One sentence or two for every refusal: what happened, where, and what to do. */
const sentences: Record<ProblemCode, (params: Params) => string> = {
  'no-project': () => t`No project is open. Open or make one first.`,
  'project-missing': ({ file }) => t`${file} is not where it was. If it was moved, open it from its new place.`,
  'project-exists': ({ file }) => t`${file} exists already. Choose another name.`,
  'project-open-elsewhere': ({ file }) => t`${file} is open in another window or program. Close it there first.`,
  'project-not-emic': ({ file }) => t`${file} is not an Emic project. It was left as it is.`,
  'project-newer': ({ file }) => t`${file} was made by a newer Emic. Update Emic to open it; it was left as it is.`,
  'project-damaged': ({ file }) => t`${file} is damaged and cannot be read. Open a backup copy, if there is one.`,
  'folder-read-only': ({ file }) => t`Nothing can be written to ${file}. Choose another folder, or allow writing to this one.`,
  'disk-full': ({ file }) => t`The disk is full, so nothing was written to ${file}. Free some space and try again.`,
  'not-found': ({ what }) => t`That ${whatIs(what)} is no longer there. It may have been removed or undone in the meantime.`,
  'name-empty': () => t`A name is needed.`,
  'name-taken': ({ name }) => t`“${name}” exists already. Choose another name.`,
  'ambiguous-name': ({ name }) => t`“${name}” fits several. Say the whole path.`,
  'code-cycle': ({ code, parent }) => t`“${code}” cannot be moved into “${parent}”, which lies inside of it.`,
  'code-not-codable': ({ code }) => t`“${code}” only gathers other codes. Choose one of those, or allow coding with it in its settings.`,
  'merge-into-itself': () => t`A code cannot be merged into itself or into a code below it.`,
  'range-empty': () => t`Nothing is selected. Select a passage first.`,
  'range-outside': () => t`That passage lies outside of the text. Select it again.`,
  'edit-splits-character': () => t`The edit would have cut a character in two. Select whole characters.`,
  'text-changed': () => t`The text changed in the meantime, so nothing was written over it. Try again on the text as it is now.`,
  'weight-out-of-range': () => t`A weight is a whole number from 0 to 100.`,
  'value-not-of-type': ({ value, variable }) => t`“${value}” does not fit “${variable}”: numbers are written as 12.5, dates as 2025-01-31.`,
  'nothing-to-undo': () => t`There is nothing to undo.`,
  'nothing-to-redo': () => t`There is nothing to redo.`,
  'file-missing': ({ file }) => t`${file} cannot be found. Choose it again.`,
  'file-empty': ({ file }) => t`${file} is empty.`,
  'file-too-large': ({ file, megabytes, limit, paragraphs }) =>
    paragraphs === ''
      ? t`${file} has ${megabytes} MB; one document may have ${limit}. Divide it into several files.`
      : t`${file} has ${paragraphs} paragraphs; one document may have ${limit}. Divide it into several files.`,
  'file-format-unknown': ({ file }) => t`${file} is of a kind that Emic cannot read. It reads .txt, .md, .docx, .vtt and .srt.`,
  'file-not-docx': ({ file }) => t`${file} is not a Word document, or it is damaged. Open it in a word processor and save it as .docx.`,
  'file-not-text': ({ file }) => t`${file} is not a text file, whatever its name says.`,
  'encoding-unknown': ({ encoding }) => t`“${encoding}” is no encoding that Emic knows. Choose another one.`,
  'subtitles-without-cues': ({ file }) => t`${file} holds no subtitles.`,
  'subtitles-bad-time': ({ file, line }) => t`${file} has a time that cannot be read, at line ${line}. Mend it there and choose the file again.`,
  cancelled: () => t`Cancelled.`,
  'export-empty': () => t`There is nothing to export yet.`,
  'export-format-unknown': ({ format }) => t`“${format}” is no format for this export.`,
  'table-bad': ({ file }) => t`The table ${file} cannot be read. Its first row must name the columns.`,
  'file-unwritable': ({ file }) => t`${file} cannot be written. Close it in other programs, or choose another place.`,
  unexpected: ({ message }) => t`Something went wrong that Emic did not foresee: ${message}. Nothing was changed.`,
}

function whatIs(what: string): string {
  const names: Record<string, string> = {
    code: t`code`,
    coder: t`coder`,
    coding: t`coding`,
    document: t`document`,
    case: t`case`,
    variable: t`variable`,
    memo: t`memo`,
    theme: t`theme`,
    speaker: t`speaker`,
    project: t`project`,
    file: t`file`,
  }
  return names[what] ?? t`entry`
}

/** The refusal in the reader's language. */
export function sayProblem({ code, params }: ProblemData): string {
  const written = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
  return sentences[code]({ ...blanks, ...written })
}

/** What lies in an error: the engine's refusal, or `unexpected` with its message. */
export function problemOf(error: unknown): ProblemData {
  if (error instanceof ORPCError && isProblem(error.data)) return error.data
  if (error instanceof Error && error.name === 'AbortError') return { code: 'cancelled', params: {} }
  return { code: 'unexpected', params: { message: error instanceof Error ? error.message : String(error) } }
}

function isProblem(data: unknown): data is ProblemData {
  return typeof data === 'object' && data !== null && 'code' in data && Object.hasOwn(sentences, String(data.code)) && 'params' in data
}

/** Says a refusal as a toast; what the person cancelled needs no word. */
export function tellProblem(error: unknown): void {
  const problem = problemOf(error)
  if (problem.code !== 'cancelled') toast({ message: sayProblem(problem), tone: 'problem' })
}
