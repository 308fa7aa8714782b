import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { problemOf } from '#electron/shell/problemOf.ts'
import type { FilePreview, ReadingOptions } from '#shared/contract/documents.ts'
import { Problem } from '#shared/model/problem.ts'
import { documentKinds } from '#shared/model/schemas.ts'
import { choice } from '../naming.ts'
import { changing, type Opened, pathOf } from '../opening.ts'
import { print, progressBar, tableOf } from '../output.ts'
import { sayProblem } from '../problems.ts'
import { Failed, say } from '../refusals.ts'

type Options = { kind?: string; encoding?: string; speakers: string; dryRun?: true; coder?: string; json?: true }

/** What became of one file. `origin`: the program that made it, where its format says so. */
type Imported = {
  file: string
  format: FilePreview['format']
  origin: null
  added: { documents: number; codes: number; codings: number }
  encoding: string | null
  positions: 'code points'
  warnings: FilePreview['warnings']
}

/** Each file in a transaction of its own; a bad one is named with its reason and the others go on. */
export async function importTexts(file: string, paths: string[], options: Options): Promise<void> {
  const how: ReadingOptions = {
    speakers: choice('speakers', options.speakers, ['auto', 'none']),
    notSpeakers: [],
    alsoSpeakers: [],
    encoding: options.encoding,
    kind: options.kind === undefined ? undefined : choice('kind', options.kind, documentKinds),
  }
  const bar = progressBar()
  const { imported, refused } = await changing(file, options, async (opened) => {
    const imported: Imported[] = []
    const refused: string[] = []
    for (const [done, path] of paths.entries()) {
      bar.show(done, paths.length, basename(path))
      try {
        imported.push(await importOne(opened, path, how, options.dryRun === true))
      } catch (error) {
        refused.push(sayProblem(problemOf(error)))
      }
    }
    return { imported, refused }
  })
  bar.end()
  for (const reason of refused) say(reason)
  print(options, imported, (list) =>
    tableOf(
      ['file', 'format', 'encoding', 'warnings'],
      list.map((one) => [one.file, one.format, one.encoding, one.warnings.map(({ message }) => message).join('; ')]),
    ),
  )
  if (refused.length > 0) throw new Failed()
}

async function importOne({ client }: Opened, path: string, options: ReadingOptions, dryRun: boolean): Promise<Imported> {
  const previewed = await client.documents.preview({ file: new File([read(path)], basename(path)), options })
  if (!previewed.ok) throw new Problem(previewed.problem.code, previewed.problem.params)
  const { format, encoding, warnings } = previewed.preview
  const said: Imported = {
    file: path,
    format,
    origin: null,
    added: { documents: 1, codes: 0, codings: 0 },
    encoding,
    positions: 'code points',
    warnings,
  }
  if (dryRun) {
    await client.documents.dropPreviews({ tokens: [previewed.token] })
    return said
  }
  const steps = await client.documents.importFiles({ files: [{ token: previewed.token, options }] })
  for (let step = await steps.next(); ; step = await steps.next()) {
    if (!step.done) continue
    const [result] = step.value
    if (!result?.ok) throw new Problem(result?.problem.code ?? 'unexpected', result?.problem.params)
    return said
  }
}

function read(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(pathOf(path)))
  } catch (error) {
    const isFolder = error instanceof Error && 'code' in error && error.code === 'EISDIR'
    throw new Problem(isFolder ? 'file-format-unknown' : 'file-missing', { file: path }, { cause: error })
  }
}
