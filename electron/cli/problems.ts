import type { ProblemCode, ProblemData } from '#shared/model/problem.ts'

type Params = (name: string) => string

/** One English sentence for every refusal. */
const sentences: Record<ProblemCode, (param: Params) => string> = {
  'no-project': () => 'no project is open',
  'project-missing': (of) => `${of('file')} is not there`,
  'project-exists': (of) => `${of('file')} exists already`,
  'project-open-elsewhere': (of) => `${of('file')} is open in another program; close it there first`,
  'project-not-emic': (of) => `${of('file')} is not an Emic project`,
  'project-newer': (of) => `${of('file')} was made by a newer Emic (its version is ${of('version')}, this one reads up to ${of('supported')})`,
  'project-damaged': (of) => `${of('file')} is damaged and cannot be read`,
  'folder-read-only': (of) => `nothing can be written to ${of('file')}: the file or its folder is read-only`,
  'disk-full': (of) => `the disk is full; nothing was written to ${of('file')}`,
  'not-found': (of) => `there is no ${of('what')} "${of('name') || of('id')}"`,
  'name-empty': () => 'a name is needed',
  'name-taken': (of) => `"${of('name')}" exists already`,
  'ambiguous-name': (of) => `"${of('name')}" stands for several; use the id`,
  'code-cycle': (of) => `"${of('code')}" cannot be moved into "${of('parent')}", which lies inside of it`,
  'code-not-codable': (of) => `"${of('code')}" only gathers other codes and cannot be coded with`,
  'merge-into-itself': () => 'a code cannot be merged into itself or into a code below it',
  'range-empty': (of) => `the range ${of('start')} to ${of('end')} is empty`,
  'range-outside': (of) => `the range ${of('start')} to ${of('end')} lies outside of the text, which has ${of('length')} characters`,
  'edit-splits-character': () => 'the edit would cut a character in two',
  'text-changed': () => 'the text has changed in the meantime',
  'weight-out-of-range': () => 'a weight is a whole number from 0 to 100',
  'value-not-of-type': (of) => `"${of('value')}" does not fit "${of('variable')}"`,
  'nothing-to-undo': () => 'there is nothing, or not as much, to undo',
  'nothing-to-redo': () => 'there is nothing, or not as much, to redo',
  'file-missing': (of) => `${of('file')} is not there or cannot be read`,
  'file-empty': (of) => `${of('file')} is empty`,
  'file-too-large': (of) =>
    of('paragraphs') === ''
      ? `${of('file')} is too large: it has ${of('megabytes')} MB, one document may have ${of('limit')}`
      : `${of('file')} is too large: it has ${of('paragraphs')} paragraphs, one document may have ${of('limit')}`,
  'file-format-unknown': (of) => `${of('file')} is of a kind that cannot be read; .txt, .md, .docx, .vtt and .srt can`,
  'file-not-docx': (of) => `${of('file')} is not a Word document, or it is damaged`,
  'file-not-text': (of) => `${of('file')} is not a text file${of('seems') === '' ? '' : `; it looks like ${of('seems')}`}`,
  'encoding-unknown': (of) => `"${of('encoding')}" is not a known encoding`,
  'subtitles-without-cues': (of) => `${of('file')} holds no subtitles`,
  'subtitles-bad-time': (of) => `${of('file')} has a time that cannot be read, line ${of('line')}: ${of('text')}`,
  cancelled: () => 'cancelled',
  'export-empty': () => 'there is nothing to export',
  'export-format-unknown': (of) => `"${of('format')}" is no format for this export`,
  'table-bad': (of) => `${of('file')} cannot be read as a table${of('line') === '' ? '' : `, line ${of('line')}`}: ${of('reason')}`,
  'file-unwritable': (of) => `${of('file')} cannot be written`,
  unexpected: (of) => `something went wrong that was not foreseen: ${of('message')}`,
}

export function sayProblem({ code, params }: ProblemData): string {
  return sentences[code]((name) => String(params[name] ?? ''))
}
