import { caseQueries } from '#engine/cases/queries.ts'
import type { Segment } from '#shared/contract/codings.ts'
import { codePath } from '#shared/model/codeTree.ts'
import { offsetMap } from '#shared/text/offsets.ts'
import { codeAt, documentNames, named, pathText } from '../naming.ts'
import { type Opened, reading } from '../opening.ts'
import { print, tableOf, write } from '../output.ts'
import { coderFilter } from '../questions.ts'

type Json = { json?: true }
type Client = Opened['client']

export async function documents(file: string, options: Json): Promise<void> {
  const list = await reading(file, ({ client }) => client.documents.list())
  const shown = list.map(({ id, name, kind, characters, words, turns, speakers, codings }) => ({
    id,
    name,
    kind,
    characters,
    words,
    turns,
    speakers,
    codings,
  }))
  print(options, shown, (rows) =>
    tableOf(
      ['name', 'kind', 'characters', 'words', 'turns', 'speakers', 'codings', 'id'],
      rows.map((row) => [row.name, row.kind, row.characters, row.words, row.turns, row.speakers, row.codings, row.id]),
    ),
  )
}

export async function text(file: string, document: string): Promise<void> {
  write(
    await reading(file, async ({ client }) => {
      const { id } = named('document', await client.documents.list(), document)
      return textOf(client, id)
    }),
  )
}

async function textOf(client: Client, id: string): Promise<string> {
  const { turns } = await client.documents.text({ id })
  return turns.map((turn) => turn.text).join('\n')
}

export async function codes(file: string, options: Json): Promise<void> {
  const list = await reading(file, ({ client }) => client.codebook.list())
  const shown = list.map(({ id, color, codable, definition, codings, documents }) => ({
    id,
    path: codePath(list, id),
    color,
    codable,
    description: definition,
    codings,
    documents,
  }))
  print(options, shown, (rows) =>
    tableOf(
      ['code', 'codings', 'documents', 'description'],
      rows.map(({ path, codings, documents, description }) => [`${'  '.repeat(path.length - 1)}${path.at(-1)}`, codings, documents, description]),
    ),
  )
}

export async function codings(file: string, options: Json & { document?: string[]; code?: string[]; coder?: string[] }): Promise<void> {
  const shown = await reading(file, async ({ client }) => {
    const documents = await client.documents.list()
    const codes = await client.codebook.list()
    const segments = await allSegments(client, {
      ...(options.document ? { documentIds: options.document.map((name) => named('document', documents, name).id) } : {}),
      ...(options.code ? { codeIds: options.code.map((path) => codeAt(codes, path).id) } : {}),
      ...(await coderFilter(client, options.coder)),
    })
    const names = documentNames(documents)
    const maps = new Map(await Promise.all(documentsOf(segments).map(async (id) => [id, offsetMap(await textOf(client, id))] as const)))
    const paths = new Map(codes.map(({ id }) => [id, codePath(codes, id)]))
    return segments.map((segment) => ({
      id: segment.id,
      document: names.get(segment.documentId)!,
      code: paths.get(segment.codeId)!,
      coder: segment.coderName,
      start: maps.get(segment.documentId)!.toCodePoints(segment.start),
      end: maps.get(segment.documentId)!.toCodePoints(segment.end),
      text: segment.text,
      weight: segment.weight,
      comment: segment.comment,
      created: segment.createdAt,
    }))
  })
  print(options, shown, (rows) =>
    tableOf(
      ['document', 'start', 'end', 'code', 'coder', 'text'],
      rows.map((row) => [row.document, row.start, row.end, pathText(row.code), row.coder, row.text]),
    ),
  )
}

const pageSize = 1000

async function allSegments(client: Client, filter: Parameters<Client['codings']['segments']>[0]['filter']): Promise<Segment[]> {
  const found: Segment[] = []
  for (;;) {
    const { total, segments } = await client.codings.segments({ filter, limit: pageSize, offset: found.length })
    found.push(...segments)
    if (found.length >= total || segments.length === 0) return found
  }
}

function documentsOf(segments: readonly Segment[]): string[] {
  return [...new Set(segments.map(({ documentId }) => documentId))]
}

export async function cases(file: string, options: Json): Promise<void> {
  const { shown, headings } = await reading(file, async ({ client, project }) => {
    const { variables, cases: list } = await client.cases.list()
    const names = documentNames(await client.documents.list())
    const spoken = project.use(caseQueries).speakers.all()
    const shown = list.map(({ id, name, values, documentIds }) => ({
      id,
      name,
      variables: Object.fromEntries(
        variables.flatMap((variable) => {
          const value = values[variable.id]
          return value === undefined ? [] : [[variable.name, variable.type === 'number' ? Number(value) : value]]
        }),
      ),
      // Those it is linked to as a whole, and those in which one of its speakers speaks.
      documents: [...new Set([...documentIds, ...spoken.filter(({ caseId }) => caseId === id).map(({ documentId }) => documentId)])].map(
        (documentId) => names.get(documentId)!,
      ),
    }))
    return { shown, headings: variables.map(({ name }) => name) }
  })
  print(options, shown, (rows) =>
    tableOf(
      ['case', ...headings, 'documents'],
      rows.map((row) => [row.name, ...headings.map((name) => row.variables[name] ?? null), row.documents.join(', ')]),
    ),
  )
}
