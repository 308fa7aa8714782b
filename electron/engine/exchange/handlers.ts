import type { Crosstab } from '#shared/contract/analysis.ts'
import type { CodingFilter, Segment } from '#shared/contract/codings.ts'
import type { ExportRequest } from '#shared/contract/exchange.ts'
import { Problem } from '#shared/model/problem.ts'
import { type OffsetMap, offsetMap } from '#shared/text/offsets.ts'
import { cooccurrence, crosstabWithCodings } from '../analysis/handlers.ts'
import { engine } from '../base.ts'
import { listCodes } from '../codebook/rules.ts'
import { findSegments } from '../codings/segments.ts'
import { fileNameFor } from '../projects/files.ts'
import { infoOf } from '../projects/rules.ts'
import type { Project } from '../storage/project.ts'
import { codebookMarkdown, codebookTable, pathTexts } from './codebook.ts'
import { codingsTable, type PlacedSegment } from './codings.ts'
import { csvOf } from './csv.ts'
import { heatMap } from './heatmap.ts'
import { definitionOf, definitionTable, matrixTable } from './matrix.ts'
import { exchangeQueries } from './queries.ts'
import type { Table } from './table.ts'
import { countsTable, crosstabDefinition, extractsTable, titleOf } from './themes.ts'
import { type Language, type Words, wordsIn } from './words.ts'

export const exchangeHandlers = engine.exchange.router({
  export: engine.exchange.export.handler(({ context, input }) => exportFile(context.session.project(), input.request, input.language)),
})

type Of<W extends ExportRequest['what']> = Extract<ExportRequest, { what: W }>

const types = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv;charset=utf-8',
  md: 'text/markdown;charset=utf-8',
  svg: 'image/svg+xml',
}

/** The finished file, named after the project and what it holds. Refuses with export-empty where there is nothing to export. */
export function exportFile(project: Project, request: ExportRequest, language: Language): Promise<File> {
  const words = wordsIn(language)
  switch (request.what) {
    case 'codebook':
      return exportCodebook(project, request, words)
    case 'codings':
      return exportCodings(project, request, words)
    case 'matrix':
      return exportMatrix(project, request, words)
    case 'themes':
      return exportCrosstab(project, request, words)
  }
}

async function exportCodebook(project: Project, { format }: Of<'codebook'>, words: Words): Promise<File> {
  const codes = listCodes(project)
  assertSome(codes, 'codes')
  const title = `${words.codebook}: ${infoOf(project).name}`
  if (format === 'md') return fileOf(project, words.codebook, format, codebookMarkdown(title, codes, words))
  if (format === 'docx') {
    // Loaded when it is wanted: the library is large, and few sessions write a Word file.
    const { codebookDocx } = await import('./codebookDocx.ts')
    return fileOf(project, words.codebook, format, await codebookDocx(title, codes, words))
  }
  return tableFile(project, format, [codebookTable(codes, words)], words)
}

async function exportCodings(project: Project, { format, filter }: Of<'codings'>, words: Words): Promise<File> {
  const segments = segmentsOf(project, filter)
  assertSome(segments, 'codings')
  return tableFile(project, format, [codingsTable(placed(project, segments), pathTexts(listCodes(project)), words)], words)
}

async function exportMatrix(project: Project, { format, question }: Of<'matrix'>, words: Words): Promise<File> {
  const matrix = cooccurrence(project, question)
  assertSome(matrix.codeIds, 'codes')
  const codes = new Map(listCodes(project).map((code) => [code.id, code]))
  const definition = definitionOf(question, matrix, words)
  if (format === 'svg') {
    const labels = matrix.codeIds.map((id) => codes.get(id)!)
    const title = `${words.cooccurrence}: ${infoOf(project).name}`
    return fileOf(project, words.cooccurrence, format, heatMap(title, matrix, labels, definition, words))
  }
  const table = matrixTable(matrix, pathTexts([...codes.values()]), words)
  return tableFile(project, format, [table, definitionTable(definition, words)], words)
}

async function exportCrosstab(project: Project, { format, question, cells }: Of<'themes'>, words: Words): Promise<File> {
  const { table: bare, codings } = crosstabWithCodings(project, question)
  const table = question.rows === 'codes' ? rowsByPath(project, bare) : bare
  assertSome(table.rows, titleOf(question, words))
  assertSome(table.columns, titleOf(question, words))
  const filled = cells === 'counts' ? countsTable(table, question, words) : extractsTable(table, question, passagesIn(project, codings), words)
  return tableFile(project, format, [filled, definitionTable(crosstabDefinition(question, cells, words), words)], words)
}

/** Two codes may share a name, never a path. */
function rowsByPath(project: Project, table: Crosstab): Crosstab {
  const paths = pathTexts(listCodes(project))
  return { ...table, rows: table.rows.map((row) => ({ ...row, name: paths.get(row.id)! })) }
}

function passagesIn(project: Project, codings: string[][][]): Segment[][][] {
  const wanted = [...new Set(codings.flat(2))]
  const byId = new Map(segmentsOf(project, { codingIds: wanted }).map((segment) => [segment.id, segment]))
  return codings.map((row) => row.map((ids) => ids.map((id) => byId.get(id)!)))
}

function segmentsOf(project: Project, filter: CodingFilter): Segment[] {
  return findSegments(project, filter, Number.MAX_SAFE_INTEGER, 0).segments
}

/** Adds positions in code points; segments come document by document, so one text at a time is held. */
function placed(project: Project, segments: readonly Segment[]): PlacedSegment[] {
  let at: { documentId: string; map: OffsetMap } | null = null
  return segments.map((segment) => {
    const { documentId } = segment
    if (at?.documentId !== documentId) at = { documentId, map: offsetMap(textOf(project, documentId)) }
    return { ...segment, codePointStart: at.map.toCodePoints(segment.start), codePointEnd: at.map.toCodePoints(segment.end) }
  })
}

function textOf(project: Project, documentId: string): string {
  const turns = project.use(exchangeQueries).turns.all(documentId)
  return turns.map(({ text }) => text).join('\n')
}

/** CSV holds one table only, the first; a workbook all of them. */
async function tableFile(project: Project, format: 'xlsx' | 'csv', tables: [Table, ...Table[]], words: Words): Promise<File> {
  if (format === 'csv') return fileOf(project, tables[0].name, format, csvOf(tables[0]))
  const { xlsxOf } = await import('./xlsx.ts')
  return fileOf(project, tables[0].name, format, await xlsxOf(tables, words.cut))
}

function fileOf(project: Project, kind: string, format: keyof typeof types, content: string | Uint8Array<ArrayBuffer>): File {
  return new File([content], `${fileNameFor(`${infoOf(project).name} - ${kind}`)}.${format}`, { type: types[format] })
}

function assertSome(items: readonly unknown[], what: string): void {
  if (items.length === 0) throw new Problem('export-empty', { what })
}
