import type { CooccurrenceMatrix, CooccurrenceQuestion, Crosstab, CrosstabQuestion } from '#shared/contract/analysis.ts'
import { codesOfTheme, inTreeOrder, withSubCodes } from '#shared/model/codeTree.ts'
import { Problem } from '#shared/model/problem.ts'
import { engine } from '../base.ts'
import type { Project } from '../storage/project.ts'
import { speakerColumns, valueColumns } from './columns.ts'
import { type CrosstabColumn, type CrosstabRow, cellOf, crosstabOf, sortedInto } from './crosstab.ts'
import { type CodedDocument, type CodedDocuments, codedDocuments, type Evidence, evidenceOf } from './evidence.ts'
import { type Frame, frameOf, type TreeCode } from './frame.ts'
import { matrixOf } from './matrix.ts'
import { type PairFigures, pairFigures } from './pair.ts'
import { anchoringOf, type Passage, passagesOf } from './passages.ts'
import { analysisQueries, cooccurrenceQueries } from './queries.ts'
import { refreshCooccurrence } from './sweep.ts'
import { type Tally, tallyCharacters, tallyOverlaps, tallyPairs, tallyTogether, tallyUnits } from './tally.ts'

type PairQuestion = CooccurrenceQuestion & { codeA: string; codeB: string }
type CellQuestion = CrosstabQuestion & { rowId: string; columnKey: string }
type Lists = { coders: string | null; documents: string | null }

export const analysisHandlers = engine.analysis.router({
  cooccurrence: engine.analysis.cooccurrence.handler(({ context, input }) => cooccurrence(context.session.project(), input)),
  pair: engine.analysis.pair.handler(({ context, input }) => pair(context.session.project(), input)),
  crosstab: engine.analysis.crosstab.handler(({ context, input }) => crosstab(context.session.project(), input)),
  crosstabCell: engine.analysis.crosstabCell.handler(({ context, input }) => crosstabCell(context.session.project(), input)),
})

/** Refuses with not-found for a code that is not there. */
export function cooccurrence(project: Project, question: CooccurrenceQuestion): CooccurrenceMatrix {
  const codes = codesOf(project)
  assertCodes(codes, question.codeIds ?? [])
  const frame = frameOf(codes, question.codeIds, question.rollUp)
  const counted = codes.filter((code) => frame.rowsOf(code.id).length > 0).map((code) => code.id)
  const pure = question.caseIds === undefined && question.near === undefined
  if (pure && question.unit === 'overlap') return fromMaterialised(project, question, frame, counted)
  if (pure && question.unit === 'document') return fromDocuments(project, question, frame, counted)
  const { passages, layouts } = evidence(project, question, counted)
  const tally = question.unit === 'overlap' ? tallyOverlaps(frame, passages, question.near) : tallyUnits(frame, passages, layouts, question.unit)
  return matrixOf(question, frame, tally, needsCharacters(question) ? tallyCharacters(frame, passages) : null, scopeOf(passages))
}

function needsCharacters(question: CooccurrenceQuestion): boolean {
  return question.unit === 'overlap' && question.measure === 'jaccard'
}

/** The matrix of counts is a sum of rows that are always current; only lengths are read from the passages. */
function fromMaterialised(project: Project, question: CooccurrenceQuestion, frame: Frame, counted: string[]): CooccurrenceMatrix {
  refreshCooccurrence(project)
  const queries = project.use(cooccurrenceQueries)
  const { coders, documents } = listsOf(question)
  const shown = new Set(counted)
  const pairs = (documents === null ? queries.totals.all({ coders }) : queries.sums.all({ coders, documents })).filter(
    ({ codeA, codeB }) => shown.has(codeA) && shown.has(codeB),
  )
  const characters = needsCharacters(question) ? tallyCharacters(frame, evidence(project, question, counted).passages) : null
  const codings = pairs.filter(({ codeA, codeB }) => codeA === codeB).reduce((sum, { count }) => sum + count, 0)
  const { n } = project.use(analysisQueries).countDocuments.get({ codes: JSON.stringify(counted), coders, documents })!
  return matrixOf(question, frame, tallyPairs(frame, pairs), characters, { codings, documents: n })
}

/** Which documents use which codes is known without reading a single passage. */
function fromDocuments(project: Project, question: CooccurrenceQuestion, frame: Frame, counted: string[]): CooccurrenceMatrix {
  const queries = project.use(analysisQueries)
  const lists = { codes: JSON.stringify(counted), ...listsOf(question) }
  const units = new Map<string, Set<number>>()
  for (const { documentId, codeId } of queries.documentsOfCodes.all(lists)) {
    const unit = units.get(documentId) ?? new Set<number>()
    for (const row of frame.rowsOf(codeId)) unit.add(row)
    units.set(documentId, unit)
  }
  const tally: Tally = tallyTogether(frame, units.values())
  return matrixOf(question, frame, tally, null, { codings: queries.countCodings.get(lists)!.n, documents: units.size })
}

/** Refuses with not-found for a code that is not there. A code with itself, or with one above it under roll-up, meets in nothing. */
export function pair(project: Project, question: PairQuestion): PairFigures {
  const codes = codesOf(project)
  assertCodes(codes, [question.codeA, question.codeB])
  const side = (codeId: string) => (question.rollUp ? withSubCodes(codes, [codeId]) : new Set([codeId]))
  const [inA, inB] = [side(question.codeA), side(question.codeB)]
  const frame = frameOf(codes, [question.codeA, question.codeB], question.rollUp)
  const { passages, layouts, casesOf } = evidence(project, question, [...inA, ...inB])
  if (inA.has(question.codeB) || inB.has(question.codeA)) return unrelatedToItself(passages, inA, inB)
  const characters = tallyCharacters(frame, passages)
  const both = { both: characters.counts[0]![1]!, a: characters.totals[0]!, b: characters.totals[1]! }
  return pairFigures(question, passages, (passage) => (inA.has(passage.codeId) ? 'a' : 'b'), layouts, casesOf, both)
}

function unrelatedToItself(passages: Passage[], inA: Set<string>, inB: Set<string>): PairFigures {
  const total = (side: Set<string>) => passages.filter((passage) => side.has(passage.codeId)).length
  return { count: 0, totalA: total(inA), totalB: total(inB), c: null, jaccard: null, documents: 0, cases: 0, events: [] }
}

/** Refuses with not-found for a variable that is not there. */
export function crosstab(project: Project, question: CrosstabQuestion): Crosstab {
  return crosstabWithCodings(project, question).table
}

/** The table and, cell by cell, the ids of the codings behind it. */
export function crosstabWithCodings(project: Project, question: CrosstabQuestion): { table: Crosstab; codings: string[][][] } {
  const rows = rowsFor(project, question.rows)
  const found = evidence(project, question, codesIn(rows))
  const { columns, keysOf } = columnsFor(project, question.columns, found)
  const sorted = sortedInto(rows, columns, found.passages, keysOf)
  return {
    table: crosstabOf(question.measure, rows, sorted, found.casesOf),
    codings: sorted.cells.map((row) => row.map((held) => held.map(({ id }) => id))),
  }
}

/** Ids of the codings behind one cell, by document and start. Refuses with not-found for a row or variable that is not there. */
export function crosstabCell(project: Project, question: CellQuestion): string[] {
  const row = rowsFor(project, question.rows).find(({ id }) => id === question.rowId)
  if (!row) throw new Problem('not-found', { what: question.rows === 'codes' ? 'code' : 'theme', id: question.rowId })
  const found = evidence(project, question, [...row.codeIds])
  return cellOf(row, question.columnKey, found.passages, columnsFor(project, question.columns, found).keysOf)
}

function rowsFor(project: Project, kind: CrosstabQuestion['rows']): CrosstabRow[] {
  const codes = codesOf(project)
  if (kind === 'codes') return codes.filter((code) => code.codable).map(({ id, name, color }) => ({ id, name, color, codeIds: new Set([id]) }))
  const queries = project.use(analysisQueries)
  const links = queries.themeCodes.all()
  return queries.themes.all().map((theme) => {
    const own = links.filter(({ themeId }) => themeId === theme.id).map(({ codeId }) => codeId)
    return { ...theme, codeIds: codesOfTheme(codes, { codeIds: own }) }
  })
}

function codesIn(rows: CrosstabRow[]): string[] {
  return [...new Set(rows.flatMap((row) => [...row.codeIds]))]
}

type Columns = { columns: CrosstabColumn[]; keysOf: (passage: Passage) => readonly string[] }

function columnsFor(project: Project, by: CrosstabQuestion['columns'], { casesOf, speakersOf }: Evidence): Columns {
  const queries = project.use(analysisQueries)
  const named = (rows: { id: string; name: string }[]) => rows.map(({ id, name }) => ({ key: id, name }))
  switch (by.by) {
    case 'document':
      return { columns: named(queries.documents.all()), keysOf: (passage) => [passage.documentId] }
    case 'coder':
      return { columns: named(queries.coders.all()), keysOf: (passage) => [passage.coderId] }
    case 'case':
      return { columns: named(queries.cases.all()), keysOf: casesOf }
    case 'speaker':
      return { columns: speakerColumns(queries.speakers.all()), keysOf: speakersOf }
    case 'variable': {
      const variable = queries.variable.get(by.variableId)
      if (!variable) throw new Problem('not-found', { what: 'variable', id: by.variableId })
      const values = queries.values.all(by.variableId)
      const valueOfCase = new Map(values.map(({ caseId, value }) => [caseId, value]))
      return {
        columns: valueColumns(
          variable.type,
          JSON.parse(variable.categories) as string[],
          values.map(({ value }) => value),
        ),
        keysOf: (passage) => [...new Set(casesOf(passage).flatMap((id) => valueOfCase.get(id) ?? []))],
      }
    }
  }
}

function codesOf(project: Project): TreeCode[] {
  return inTreeOrder(project.use(analysisQueries).codes.all()).map((code) => ({ ...code, codable: code.codable === 1 }))
}

function assertCodes(codes: TreeCode[], ids: readonly string[]): void {
  const known = new Set(codes.map((code) => code.id))
  const missing = ids.find((id) => !known.has(id))
  if (missing !== undefined) throw new Problem('not-found', { what: 'code', id: missing })
}

type Filter = { coderIds?: string[] | undefined; documentIds?: string[] | undefined; caseIds?: string[] | undefined }

function listsOf({ coderIds, documentIds }: Filter): Lists {
  const list = (ids: string[] | undefined) => (ids === undefined ? null : JSON.stringify(ids))
  return { coders: list(coderIds), documents: list(documentIds) }
}

/** The codings of some codes that pass a filter, in document order. */
function evidence(project: Project, filter: Filter, codeIds: string[]): Evidence {
  const queries = project.use(analysisQueries)
  const ids = queries.documents.all().map(({ id }) => id)
  const wanted = filter.documentIds ? new Set(filter.documentIds) : null
  const documents = new Map((wanted ? ids.filter((id) => wanted.has(id)) : ids).map((id) => [id, documentsOf(project).get(id)]))
  const codes = new Set(codeIds)
  const coders = filter.coderIds ? new Set(filter.coderIds) : null
  const chosen = ({ codeId, coderId }: Passage) => codes.has(codeId) && (coders === null || coders.has(coderId))
  const found = evidenceOf(documents, { speakers: queries.speakers.all(), caseDocuments: queries.caseDocuments.all() }, chosen)
  if (!filter.caseIds) return found
  const cases = new Set(filter.caseIds)
  return { ...found, passages: found.passages.filter((passage) => found.casesOf(passage).some((id) => cases.has(id))) }
}

const read = new WeakMap<Project, CodedDocuments>()

function documentsOf(project: Project): CodedDocuments {
  const known = read.get(project)
  if (known) return known
  const documents = codedDocuments((id) => readDocument(project, id))
  project.onChange((event) => documents.forget(event.documents))
  read.set(project, documents)
  return documents
}

function readDocument(project: Project, id: string): CodedDocument {
  const queries = project.use(analysisQueries)
  const texts = queries.isBeyondPlane.get(id)!.beyond ? new Map(queries.texts.all(id).map((turn) => [turn.id, turn.text])) : null
  const anchoring = anchoringOf(queries.turns.all(id), texts)
  return { layout: anchoring.layout, passages: passagesOf(id, queries.codings.all(id), anchoring) }
}

function scopeOf(passages: Passage[]): { codings: number; documents: number } {
  return { codings: passages.length, documents: new Set(passages.map((passage) => passage.documentId)).size }
}
