import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { readFile } from '../reading/read.ts'
import { makeTestEngine } from '../testing.ts'
import { readSample } from './files.ts'

const folder = fileURLToPath(new URL('../../../samples/equity', import.meta.url))

test('the sample study opens whole, sound and quickly, and a second time as it was left', async () => {
  const engine = makeTestEngine({ open: false })
  onTestFinished(engine.cleanup)
  const begin = performance.now()
  const { project } = await engine.client.projects.openSample({})
  expect(performance.now() - begin).toBeLessThan(1500)
  const sample = readSample(folder)
  expect(project).toMatchObject({
    documents: 8,
    codes: sample.codes.length,
    codings: sample.codings.length,
    cases: 16,
    variables: 5,
    themes: 5,
    memos: sample.memos.length,
  })
  expect(project!.codings).toBeGreaterThanOrEqual(250)
  expect(await engine.client.projects.check()).toEqual({ ok: true, faults: [] })
  expect(await engine.client.history.status()).toEqual({ undo: null, redo: null })

  const documents = await engine.client.documents.list()
  expect(documents.map((document) => document.name.slice(0, 3))).toEqual(['R01', 'R02', 'R03', 'R04', 'L01', 'L02', 'FG1', 'FG2'])
  for (const document of documents) expect(document.kind).toBe(document.name.startsWith('FG') ? 'focus-group' : 'interview')

  await engine.client.documents.rename({ id: documents[0]!.id, name: 'Renamed' })
  await engine.client.projects.close()
  await engine.client.projects.openSample({})
  expect((await engine.client.documents.list())[0]!.name).toBe('Renamed')
  await engine.client.projects.openSample({ restart: true })
  expect((await engine.client.documents.list())[0]!.name).toMatch(/^R01/)
  expect(engine.reported).toEqual([])
})

test('every quote of the sample stands exactly once in its transcript, and nothing is coded twice by one coder', async () => {
  const sample = readSample(folder)
  const texts = new Map<string, string>()
  for (const { name, bytes } of sample.transcripts) {
    const read = await readFile(name, bytes, { speakers: 'auto', notSpeakers: [], alsoSpeakers: [] })
    texts.set(read.preview.name, read.turns.map((turn) => turn.text).join('\n'))
  }
  for (const { document, quote } of sample.codings) expect(texts.get(document)!.split(quote), quote).toHaveLength(2)
  const keys = sample.codings.map(({ document, code, coder, quote }) => `${document}\n${code}\n${coder}\n${quote}`)
  expect(new Set(keys).size).toBe(keys.length)
  expect(new Set(sample.codings.map((coding) => coding.coder)).size).toBe(2)
})
