import { plural, t } from '@lingui/core/macro'
import type { FilePreview } from '#shared/contract/documents.ts'

type Warning = FilePreview['warnings'][number]

/** What was odd about a file, in the reader's language; the engine's own words where this version knows no better. */
export function sayWarning({ kind, where, message }: Warning): string {
  const count = Number(message.match(/\d+/)?.[0] ?? 0)
  const sentences: Record<string, string> = {
    'bytes-replaced': plural(count, {
      one: '# place could not be read in this encoding and stands as �. Try another one.',
      other: '# places could not be read in this encoding and stand as �. Try another one.',
    }),
    'line-divided': plural(count, {
      one: '# very long line was divided at the ends of sentences.',
      other: '# very long lines were divided at the ends of sentences.',
    }),
    'front-matter-dropped': plural(count, {
      one: '# line of metadata at the beginning was left out.',
      other: '# lines of metadata at the beginning were left out.',
    }),
    'controls-removed': plural(count, { one: '# control character was removed.', other: '# control characters were removed.' }),
    'subtitles-text-before-cues': plural(count, {
      one: '# line before the first subtitle has no time and was left out.',
      other: '# lines before the first subtitle have no time and were left out.',
    }),
    'comments-ignored': plural(count, { one: '# comment in the document was left out.', other: '# comments in the document were left out.' }),
    'images-dropped': plural(count, { one: '# picture was left out.', other: '# pictures were left out.' }),
    'subtitles-without-header': t`The line WEBVTT is missing at the beginning; the subtitles were read all the same.`,
  }
  const said = sentences[kind] ?? message
  return where === '' || sentences[kind] ? said : `${where}: ${said}`
}
