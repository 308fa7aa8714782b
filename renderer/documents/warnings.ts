import { t } from '@lingui/core/macro'
import type { FilePreview } from '#shared/contract/documents.ts'

type Warning = FilePreview['warnings'][number]

/** What was odd about a file, in the reader's language; the engine's own words where this version knows no better. */
export function sayWarning({ kind, where, message }: Warning): string {
  const [first] = message.match(/\d+/) ?? ['']
  const sentences: Record<string, string> = {
    'bytes-replaced': t`${first} places could not be read in this encoding and stand as �. Try another one.`,
    'line-divided': t`${first} very long lines were divided at the ends of sentences.`,
    'front-matter-dropped': t`The ${first} lines of metadata at the beginning were left out.`,
    'controls-removed': t`${first} control characters were removed.`,
    'subtitles-text-before-cues': t`${first} lines before the first subtitle have no time and were left out.`,
    'subtitles-without-header': t`The line WEBVTT is missing at the beginning; the subtitles were read all the same.`,
  }
  const said = sentences[kind] ?? message
  return where === '' || sentences[kind] ? said : `${where}: ${said}`
}
