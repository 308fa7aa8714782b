import { paletteColor } from '#shared/model/palette.ts'
import { caseQueries } from '../cases/queries.ts'
import { insertCode } from '../codebook/rules.ts'
import { ensureCoder } from '../coders/rules.ts'
import { insertCodings } from '../codings/add.ts'
import { insertDocument } from '../documents/create.ts'
import { memoQueries } from '../memos/queries.ts'
import { readFile } from '../reading/read.ts'
import type { ReadDocument } from '../reading/types.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { themeQueries } from '../themes/queries.ts'
import { readSample, type SampleFiles } from './files.ts'
import { sampleQueries } from './queries.ts'

/** Ids by the names that the sample's files use. Looking up what is not there is an error of the sample. */
type Names = {
  document(name: string): string
  code(name: string): string
  coder(name: string): string
  /** The id of the coding of this code that holds the quote. */
  coding(document: string, code: string, quote: string): string
}

/**
 * Fills an empty project with the sample study. Its transcripts go through the same reading as anybody's files. The history begins
 * empty: a study that was handed over is not undone piece by piece.
 */
export async function loadSample(project: Project, folder: string): Promise<void> {
  const sample = readSample(folder)
  const read: ReadDocument[] = []
  for (const { name, bytes } of sample.transcripts) read.push(await readFile(name, bytes, { speakers: 'auto', notSpeakers: [], alsoSpeakers: [] }))

  const coders = new Map([...new Set(sample.codings.map((coding) => coding.coder))].sort().map((name) => [name, ensureCoder(project, name)]))
  const actor = [...coders.values()][0]!
  project.change({ kind: 'sample.load', params: {}, coderId: actor }, () => {
    const documents = new Map(
      read.map(({ preview, turns }, index) => {
        const { name, kind, encoding } = preview
        return [name, insertDocument(project, name, { name, kind, encoding, turns, source: sample.transcripts[index]!, coderId: actor })]
      }),
    )
    const texts = new Map(read.map(({ preview, turns }) => [preview.name, turns.map((turn) => turn.text).join('\n')]))
    const codes = insertCodes(project, sample)
    const named = { document: lookUp(documents), code: lookUp(codes), coder: lookUp(coders) }
    const codings = addSampleCodings(project, sample, named, lookUp(texts))
    const names: Names = { ...named, coding: (document, code, quote) => lookUp(codings)(codingKey(document, code, quote)) }
    insertCases(project, sample, names)
    insertThemes(project, sample, names)
    insertMemos(project, sample, names)
  })
  const queries = project.use(sampleQueries)
  project.write(() => {
    queries.dropChanges.run()
    queries.dropEntries.run()
  })
}

function insertCodes(project: Project, { codes }: SampleFiles): Map<string, string> {
  const ids = new Map<string, string>()
  for (const { path, ...fields } of codes) {
    const name = path.at(-1)!
    const parent = path.at(-2)
    ids.set(name, insertCode(project, parent === undefined ? null : lookUp(ids)(parent), { ...fields, name }))
  }
  return ids
}

function addSampleCodings(
  project: Project,
  { codings }: SampleFiles,
  names: Omit<Names, 'coding'>,
  textOf: (document: string) => string,
): Map<string, string> {
  const placed = codings.map(({ document, code, coder, quote, comment, weight }) => ({
    documentId: names.document(document),
    codeId: names.code(code),
    coderId: names.coder(coder),
    ...placeOf(quote, textOf(document), document),
    comment,
    // The coders weighed from 1 to 5; a project holds 0 to 100.
    weight: weight === undefined ? null : weight * 20,
  }))
  const { ids } = insertCodings(project, placed, false)
  return new Map(codings.map(({ document, code, quote }, index) => [codingKey(document, code, quote), ids[index]!]))
}

function codingKey(document: string, code: string, quote: string): string {
  return `${document}\n${code}\n${quote}`
}

/** Where a quote stands in a text; it must do so exactly once. */
export function placeOf(quote: string, text: string, document: string): { start: number; end: number } {
  const start = text.indexOf(quote)
  if (start < 0) throw new Error(`the sample's ${document} does not hold: ${quote}`)
  if (text.indexOf(quote, start + 1) >= 0) throw new Error(`the sample's ${document} holds more than once: ${quote}`)
  return { start, end: start + quote.length }
}

function insertCases(project: Project, { cases }: SampleFiles, names: Names): void {
  const queries = project.use(caseQueries)
  const at = new Date().toISOString()
  const variables = new Map<string, string>()
  for (const { name, type, categories } of cases.variables) {
    const id = newId()
    queries.insertVariable.run({ id, name, type, categories: JSON.stringify(categories) })
    variables.set(name, id)
  }
  const speakers = lookUp(
    new Map(
      project
        .use(sampleQueries)
        .speakers.all()
        .map(({ id, name, document }) => [`${document}\n${name}`, id]),
    ),
  )
  for (const studyCase of cases.cases) {
    const caseId = newId()
    queries.insert.run({ id: caseId, name: studyCase.name, at })
    for (const document of studyCase.documents) queries.link.run({ caseId, documentId: names.document(document) })
    for (const { document, speaker } of studyCase.speakers) queries.setSpeakerCase.run({ id: speakers(`${document}\n${speaker}`), caseId })
    for (const [name, value] of Object.entries(studyCase.variables)) {
      queries.setValue.run({ caseId, variableId: lookUp(variables)(name), value: String(value) })
    }
  }
}

function insertThemes(project: Project, { themes }: SampleFiles, names: Names): void {
  const queries = project.use(themeQueries)
  const at = new Date().toISOString()
  themes.forEach(({ name, claim, codes }, position) => {
    const id = newId()
    queries.insert.run({ id, name, claim, color: paletteColor(position), position, at })
    for (const code of codes) queries.addCode.run({ themeId: id, codeId: names.code(code) })
  })
}

function insertMemos(project: Project, { memos }: SampleFiles, names: Names): void {
  const queries = project.use(memoQueries)
  const at = new Date().toISOString()
  for (const memo of memos) {
    queries.insert.run({
      id: newId(),
      documentId: memo.on === 'document' ? names.document(memo.document) : null,
      codeId: memo.on === 'code' ? names.code(memo.code) : null,
      codingId: memo.on === 'coding' ? names.coding(memo.document, memo.code, memo.quote) : null,
      caseId: null,
      themeId: null,
      title: memo.title,
      text: memo.text,
      coderId: names.coder(memo.coder),
      createdAt: at,
      modifiedAt: at,
    })
  }
}

function lookUp(map: ReadonlyMap<string, string>): (name: string) => string {
  return (name) => {
    const value = map.get(name)
    if (value === undefined) throw new Error(`the sample names what it does not have: ${name}`)
    return value
  }
}
