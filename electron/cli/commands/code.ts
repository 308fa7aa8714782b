import { readFileSync } from 'node:fs'
import { insertCodePath } from '#engine/codebook/rules.ts'
import { ensureCoder } from '#engine/coders/rules.ts'
import { insertCodings, type NewCoding } from '#engine/codings/add.ts'
import type { DocumentSummary } from '#shared/contract/documents.ts'
import { Problem } from '#shared/model/problem.ts'
import { type OffsetMap, offsetMap } from '#shared/text/offsets.ts'
import { readTable } from '../csv.ts'
import { named, parsePath, pathText } from '../naming.ts'
import { changing, type Opened, pathOf } from '../opening.ts'
import { print } from '../output.ts'
import { Usage } from '../refusals.ts'

type Options = {
  document?: string
  start?: number
  end?: number
  code?: string
  from?: string
  merge?: true
  coder?: string
  json?: true
}

/** A coding as it is asked for; positions in code points, half-open. Empty `coder`: whoever acts. */
type Wanted = { document: string; start: number; end: number; code: string; coder: string }

/** All codings and the codes that they need in one transaction: if one is refused, nothing has changed. */
export async function code(file: string, options: Options): Promise<void> {
  const wanted = options.from === undefined ? [single(options)] : fromTable(options.from)
  const { added, skipped, merged } = await changing(file, options, (opened) => addAll(opened, wanted, options.merge === true))
  print(options, { added, skipped, merged }, (counts) => `${counts.added} added, ${counts.skipped} skipped, ${counts.merged} merged`)
}

function single({ document, start, end, code }: Options): Wanted {
  if (document === undefined || start === undefined || end === undefined || code === undefined) {
    throw new Usage('code needs --document, --start, --end and --code, or --from a table')
  }
  return { document, start, end, code, coder: '' }
}

function fromTable(path: string): Wanted[] {
  return readTable(path, readText(path), ['document', 'start', 'end', 'code']).map(({ line, cells }) => ({
    document: cells.document!,
    start: position(path, line, cells.start!),
    end: position(path, line, cells.end!),
    code: cells.code!,
    coder: cells.coder?.trim() ?? '',
  }))
}

function position(file: string, line: number, cell: string): number {
  if (!/^\s*\d+\s*$/u.test(cell)) throw new Problem('table-bad', { file, line, reason: `"${cell}" is no position` })
  return Number(cell)
}

function readText(path: string): string {
  let bytes: Buffer
  try {
    bytes = readFileSync(pathOf(path))
  } catch (error) {
    throw new Problem('file-missing', { file: path }, { cause: error })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Problem('table-bad', { file: path, reason: 'it is not UTF-8' }, { cause: error })
  }
}

async function addAll({ client, project, session }: Opened, wanted: Wanted[], merge: boolean) {
  const documents = await client.documents.list()
  const placed = await inUnits(client, documents, wanted)
  const paths = wanted.map(({ code }) => parsePath(code))
  const names = [...new Set(wanted.map(({ coder }) => coder).filter((name) => name !== ''))]
  const coders = new Map(names.map((name) => [name, ensureCoder(project, name)]))
  const codes = [...new Set(paths.map(pathText))]
  const params = { count: wanted.length, ...(codes.length === 1 ? { code: paths[0]!.at(-1)! } : {}) }
  return project.change({ kind: 'coding.add', params, coderId: session.coder() }, () => {
    const codeIds = new Map(paths.map((path) => [pathText(path), path])).entries()
    const idOf = new Map([...codeIds].map(([text, path]) => [text, insertCodePath(project, path)]))
    const codings = placed.map(
      (place, index): NewCoding => ({
        ...place,
        codeId: idOf.get(pathText(paths[index]!))!,
        coderId: coders.get(wanted[index]!.coder) ?? session.coder(),
      }),
    )
    return insertCodings(project, codings, merge)
  })
}

/** Documents by id and positions in UTF-16 units. Refuses with range-empty and range-outside in code points, as they were said. */
async function inUnits(client: Opened['client'], documents: DocumentSummary[], wanted: Wanted[]) {
  const maps = new Map<string, OffsetMap>()
  const placed: { documentId: string; start: number; end: number }[] = []
  for (const { document, start, end } of wanted) {
    const { id } = named('document', documents, document)
    let map = maps.get(id)
    if (!map) {
      const { turns } = await client.documents.text({ id })
      map = offsetMap(turns.map((turn) => turn.text).join('\n'))
      maps.set(id, map)
    }
    if (start >= end) throw new Problem('range-empty', { start, end })
    if (end > map.codePoints) throw new Problem('range-outside', { start, end, length: map.codePoints })
    placed.push({ documentId: id, start: map.toUnits(start), end: map.toUnits(end) })
  }
  return placed
}
