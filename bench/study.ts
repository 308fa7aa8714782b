import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '#engine/engine.ts'
import { createProjectFile } from '#engine/projects/files.ts'
import { testResources } from '#engine/testing.ts'
import { codings, transcript } from './corpus.ts'

export type StudySize = { documents: number; words: number; codings: number; codes: number }

/** The study of the co-occurrence and start benchmarks: 400 documents with 100,000 codings of 60 codes. */
export const largeStudy: StudySize = { documents: 400, words: 5000, codings: 100_000, codes: 60 }

/** The transcript of RENDERING's measurements: one text of 200,000 words with 20,000 codings of 60 codes. */
export const longTranscript: StudySize = { documents: 1, words: 200_000, codings: 20_000, codes: 60 }

/** The dense case: 50,000 words with as many codings. */
export const denseTranscript: StudySize = { documents: 1, words: 50_000, codings: 20_000, codes: 60 }

export type Study = { folder: string; file: string; remove(): void }

/** Makes a project of that size in a temporary folder, through the contract as the app would. */
export async function makeStudy(size: StudySize): Promise<Study> {
  const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'))
  const file = join(folder, 'Study.emic')
  const engine = createEngine({ host: silentHost(folder), resources: testResources })
  engine.session.take(createProjectFile(file, 'Study', testResources.migrations))
  const { client } = engine

  await importTexts(client, size.documents, size.words)
  const codeIds: string[] = []
  for (let n = 0; n < size.codes; n++) {
    const parentId = n % 6 === 0 ? null : codeIds[n - (n % 6)]!
    codeIds.push((await client.codebook.create({ name: `Code ${n + 1}`, parentId })).id)
  }
  const coderIds = [(await client.coders.current()).id, (await client.coders.create({ name: 'Second coder' })).id]
  const documents = await client.documents.list()
  const perDocument = Math.round(size.codings / size.documents)
  for (const [index, document] of documents.entries()) {
    const made = codings(index, perDocument, document.characters, size.codes)
    await client.codings.add({
      merge: false,
      codings: made.map(({ code, coder, start, end }) => ({
        documentId: document.id,
        codeId: codeIds[code]!,
        coderId: coderIds[coder]!,
        start,
        end,
      })),
    })
  }
  // In the app the matrix is brought up to date while the person reads on; here it is asked for once.
  await client.analysis.cooccurrence({})
  engine.close()
  return { folder, file, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

type Client = ReturnType<typeof createEngine>['client']

/** Imports `count` texts of `words` words each, as the import dialog does: preview, then one transaction a file. */
export async function importTexts(client: Client, count: number, words: number): Promise<void> {
  const files = Array.from({ length: count }, (_, seed) => {
    const { name, text } = transcript(seed, words)
    return new File([text], `${name}.txt`)
  })
  await importFiles(client, files)
}

export async function importFiles(client: Client, files: File[]): Promise<void> {
  const tokens: string[] = []
  for (const file of files) {
    const preview = await client.documents.preview({ file })
    if (!preview.ok) throw new Error(`${file.name}: ${preview.problem.code}`)
    tokens.push(preview.token)
  }
  const run = await client.documents.importFiles({ files: tokens.map((token) => ({ token, options: {} })) })
  for (;;) {
    const step = await run.next()
    if (!step.done) continue
    const refused = step.value.find((result) => !result.ok)
    if (refused) throw new Error(`not imported: ${JSON.stringify(refused)}`)
    return
  }
}

export function silentHost(folder: string): Parameters<typeof createEngine>[0]['host'] {
  return {
    kind: 'browser',
    version: '0',
    projectsFolder: folder,
    dataFolder: join(folder, 'data'),
    userName: 'Bench',
    chooseProject: async () => null,
    chooseNewProject: async () => null,
    report: (error) => {
      throw error
    },
  }
}
