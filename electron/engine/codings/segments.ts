import type { Coding, CodingFilter, Segment } from '#shared/contract/codings.ts'
import { casesOfPassage, touchedTurns } from '#shared/model/attribution.ts'
import { type Attribution, readAttribution } from '../cases/attribution.ts'
import type { Positions } from '../documents/positions.ts'
import type { Project } from '../storage/project.ts'
import { contextReach, headOf, tailOf } from './context.ts'
import { asCoding, byPlace, memoCounts, type PlacedCoding, placed } from './placed.ts'
import { codingQueries, filterQueries } from './queries.ts'
import { readTexts, type Texts } from './texts.ts'

export type SegmentPage = { total: number; documents: number; segments: Segment[] }

/**
 * The passages that a filter lets through, by document order and place. Only the documents of the page are read, and of their texts only
 * the turns that are shown; where a filter asks for cases or overlaps, the codings (not the texts) of all documents in question.
 */
export function findSegments(project: Project, filter: CodingFilter, limit: number, offset: number): SegmentPage {
  const attribution = readAttribution(project)
  const texts = readTexts(project)
  const page: PlacedCoding[] = []
  const names = new Map<string, string>()
  let total = 0
  let documents = 0
  for (const { document, count, codings } of matchesByDocument(project, filter, texts, attribution)) {
    const from = Math.max(0, offset - total)
    const upTo = Math.min(count, offset + limit - total)
    if (from < upTo) page.push(...codings().slice(from, upTo))
    names.set(document.id, document.name)
    total += count
    documents++
  }
  return { total, documents, segments: segmentsOf(project, page, names, texts, attribution) }
}

type DocumentMatches = { document: { id: string; name: string }; count: number; codings: () => PlacedCoding[] }

function* matchesByDocument(project: Project, filter: CodingFilter, texts: Texts, attribution: Attribution): Generator<DocumentMatches> {
  const table = project.use(filterQueries)
  const counts = new Map(table.countByDocument(filter).map((row) => [row.documentId, row.n]))
  const needsPlaces = filter.caseIds !== undefined || filter.overlappingCodeId !== undefined
  for (const document of project.use(codingQueries).documents.all()) {
    const count = counts.get(document.id)
    if (count === undefined) continue
    const inTable = () => {
      const positions = texts.positions(document.id)
      const rows = table.inDocument(document.id, filter).map((row) => placed(row, positions))
      return { rows: rows.sort(byPlace), positions }
    }
    if (!needsPlaces) {
      yield { document, count, codings: () => inTable().rows }
      continue
    }
    if (filter.caseIds && !filter.caseIds.some((id) => attribution.possibleCases(document.id).has(id))) continue
    const { rows, positions } = inTable()
    const passes = placeFilter(project, filter, document.id, positions, attribution)
    const codings = rows.filter(passes)
    if (codings.length > 0) yield { document, count: codings.length, codings: () => codings }
  }
}

/** The parts of a filter that ask where in the text a coding lies. */
function placeFilter(project: Project, filter: CodingFilter, documentId: string, positions: Positions, attribution: Attribution) {
  const wanted = filter.caseIds && new Set(filter.caseIds)
  const document = attribution.ofDocument(documentId)
  const others =
    filter.overlappingCodeId === undefined
      ? null
      : project
          .use(filterQueries)
          .inDocument(documentId, { codeIds: [filter.overlappingCodeId] })
          .map((row) => placed(row, positions))
  return (coding: PlacedCoding): boolean => {
    if (wanted && !casesOfPassage(document, coding.start, coding.end).some((id) => wanted.has(id))) return false
    return !others || others.some((other) => other.id !== coding.id && other.coderId === coding.coderId && sharesCharacter(other, coding))
  }
}

function sharesCharacter(a: PlacedCoding, b: PlacedCoding): boolean {
  return a.start < b.end && b.start < a.end
}

function segmentsOf(
  project: Project,
  page: readonly PlacedCoding[],
  names: ReadonlyMap<string, string>,
  texts: Texts,
  attribution: Attribution,
): Segment[] {
  const codings = project.use(codingQueries)
  const memos = memoCounts(project)
  const coderNames = new Map(codings.coderNames.all().map((row) => [row.id, row.name]))
  const caseNames = new Map(codings.caseNames.all().map((row) => [row.id, row.name]))
  return page.map((placedCoding) => {
    const coding: Coding = asCoding(placedCoding, memos)
    const { documentId, start, end } = coding
    const positions = texts.positions(documentId)
    const { first } = touchedTurns(positions.starts, start, end)
    const { speaker, startMs } = texts.turn(positions.turnIds[first]!)
    return {
      ...coding,
      documentName: names.get(documentId)!,
      ...passage(texts, positions, start, end),
      speaker,
      startMs,
      cases: attribution.ofAnchored(placedCoding).map((id) => caseNames.get(id)!),
      coderName: coderNames.get(coding.coderId)!,
    }
  })
}

/** The text of [start, end) and what stands around it. */
function passage(texts: Texts, positions: Positions, start: number, end: number): Pick<Segment, 'text' | 'before' | 'after'> {
  const from = positions.turnAt(Math.max(0, start - contextReach))
  const to = positions.turnAt(Math.min(positions.length, end + contextReach))
  const text = positions.turnIds
    .slice(from, to + 1)
    .map((turnId) => texts.turn(turnId).text)
    .join('\n')
  const shift = positions.starts[from]!
  return {
    before: tailOf(text.slice(0, start - shift)),
    text: text.slice(start - shift, end - shift),
    after: headOf(text.slice(end - shift)),
  }
}
