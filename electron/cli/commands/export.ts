import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { exportRequest } from '#shared/contract/exchange.ts'
import { Problem } from '#shared/model/problem.ts'
import { choice } from '../naming.ts'
import { type Opened, pathOf, reading } from '../opening.ts'
import { print } from '../output.ts'
import { type CooccurrenceOptions, coderFilter, cooccurrenceAsked, crosstabAsked } from '../questions.ts'
import { Usage } from '../refusals.ts'

type Options = CooccurrenceOptions & { what?: string; language: string; rows?: string; columns: string; cells: string; json?: true }

const kinds = ['codebook', 'codings', 'matrix', 'crosstab', 'themes'] as const
type What = (typeof kinds)[number]

const formats: Record<What, readonly string[]> = {
  codebook: ['docx', 'xlsx', 'csv', 'md'],
  codings: ['xlsx', 'csv'],
  matrix: ['xlsx', 'csv', 'svg'],
  crosstab: ['xlsx', 'csv'],
  themes: ['xlsx', 'csv'],
}

const usual: Record<string, What> = { docx: 'codebook', md: 'codebook', xlsx: 'codings', csv: 'codings', svg: 'matrix' }

/** Writes what is asked for, in the format of the file's ending; a file that is there is replaced. */
export async function exportTo(file: string, out: string, options: Options): Promise<void> {
  const format = extname(out).slice(1).toLowerCase()
  const what = options.what === undefined ? usual[format] : choice('what', options.what, kinds)
  if (what === undefined || !formats[what].includes(format)) throw new Problem('export-format-unknown', { format: extname(out) || out })
  const language = choice('language', options.language, ['en', 'zh-Hans'])
  const target = pathOf(out)
  if (target === pathOf(file)) throw new Usage('the export would overwrite the project')
  const bytes = await reading(file, async (opened) => {
    const made = await opened.client.exchange.export({ request: exportRequest.parse(await requestFor(opened, what, format, options)), language })
    return new Uint8Array(await made.arrayBuffer())
  })
  try {
    writeFileSync(target, bytes)
  } catch (error) {
    throw new Problem('file-unwritable', { file: target }, { cause: error })
  }
  print(options, { file: target, bytes: bytes.length }, (written) => `${written.file}: ${written.bytes} bytes`)
}

async function requestFor(opened: Opened, what: What, format: string, options: Options): Promise<object> {
  switch (what) {
    case 'codebook':
      return { what, format }
    case 'codings':
      return { what, format, filter: await coderFilter(opened.client, options.coder) }
    case 'matrix':
      return { what, format, question: await cooccurrenceAsked(opened, options) }
    case 'crosstab':
    case 'themes': {
      const question = await crosstabAsked(opened, { ...options, rows: options.rows ?? (what === 'themes' ? 'themes' : 'codes') })
      return { what: 'themes', format, question, cells: choice('cells', options.cells, ['counts', 'extracts']) }
    }
  }
}
