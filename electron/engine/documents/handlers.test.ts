import { describe, expect, onTestFinished, test } from 'vitest'
import type { FileResult } from '#shared/contract/documents.ts'
import { insertCode } from '../codebook/rules.ts'
import { makeTestEngine, type TestEngine } from '../testing.ts'

function engine(): TestEngine {
  const made = makeTestEngine()
  onTestFinished(made.cleanup)
  return made
}

async function pick({ client }: TestEngine, file: File): Promise<string> {
  const result = await client.documents.preview({ file })
  if (!result.ok) throw new Error(result.problem.code)
  return result.token
}

async function importAll({ client }: TestEngine, tokens: string[], signal?: AbortSignal): Promise<FileResult[]> {
  const run = await client.documents.importFiles({ files: tokens.map((token) => ({ token, options: {} })) }, signal ? { signal } : {})
  for (;;) {
    const step = await run.next()
    if (step.done) return step.value
  }
}

const namesOf = async ({ client }: TestEngine) => (await client.documents.list()).map((document) => document.name)

describe('importing files', () => {
  test('a bad file is named with its reason and the others go on', async () => {
    const e = engine()
    const tokens = [await pick(e, new File(['Ann: one'], 'one.txt')), 'gone', await pick(e, new File(['Ann: two'], 'two.txt'))]
    const results = await importAll(e, tokens)
    expect(results.map((result) => (result.ok ? 'imported' : result.problem.code))).toEqual(['imported', 'not-found', 'imported'])
    expect(await namesOf(e)).toEqual(['one', 'two'])
    expect(await e.client.documents.preview({ file: new File([], 'empty.txt') })).toMatchObject({ ok: false, problem: { code: 'file-empty' } })
    expect(e.reported).toEqual([])
  })

  test('files of one name stand beside each other, and equal bytes are kept once', async () => {
    const e = engine()
    const same = () => new File(['Ann: hello'], 'talk.txt')
    await importAll(e, [await pick(e, same()), await pick(e, same()), await pick(e, new File(['other'], 'talk.txt'))])
    expect(await namesOf(e)).toEqual(['talk', 'talk 2', 'talk 3'])
    expect(e.project.db.prepare('SELECT count(*) AS n FROM source_file').get()).toEqual({ n: 2 })
    const [first] = await e.client.documents.list()
    const original = await e.client.documents.originalFile({ id: first!.id })
    expect([original.name, await original.text()]).toEqual(['talk.txt', 'Ann: hello'])
  })

  test('cancelling drops the file in hand whole and keeps those before it', async () => {
    const e = engine()
    const tokens = await Promise.all(['one', 'two', 'three'].map((name) => pick(e, new File([name], `${name}.txt`))))
    const cancel = new AbortController()
    const run = await e.client.documents.importFiles({ files: tokens.map((token) => ({ token, options: {} })) }, { signal: cancel.signal })
    await run.next()
    await run.next()
    cancel.abort()
    await Promise.resolve(run.next()).catch(() => undefined)
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(await namesOf(e)).toEqual(['one'])
    expect(await e.client.projects.check()).toEqual({ ok: true, faults: [] })
  })

  test('a preview can be read again with another encoding until it is dropped', async () => {
    const e = engine()
    const { client } = e
    // '你好' in GB18030
    const first = await client.documents.preview({
      file: new File([new Uint8Array([0xc4, 0xe3, 0xba, 0xc3])], 'g.txt'),
      options: { encoding: 'big5' },
    })
    if (!first.ok) throw new Error(first.problem.code)
    const again = await client.documents.previewAgain({ token: first.token, options: { encoding: 'gb18030' } })
    expect(again).toMatchObject({ ok: true, token: first.token, preview: { sample: [{ text: '你好' }] } })
    expect(await client.documents.previewAgain({ token: first.token, options: { encoding: 'no-such' } })).toMatchObject({
      ok: false,
      problem: { code: 'encoding-unknown' },
    })
    await client.documents.dropPreviews({ tokens: [first.token] })
    await expect(client.documents.previewAgain({ token: first.token, options: {} })).rejects.toMatchObject({ data: { code: 'not-found' } })
  })

  test('an import is undone and done again, also after the project was closed', async () => {
    const e = engine()
    await importAll(e, [await pick(e, new File(['Ann: one\nBo: two\nAnn: three\nBo: four'], 'talk.txt'))])
    const before = await e.client.documents.list()
    const text = await e.client.documents.text({ id: before[0]!.id })
    expect(text.turns.map((turn) => turn.text)).toEqual(['one', 'two', 'three', 'four'])
    const known = await e.client.projects.recent()
    await e.client.history.undo()
    expect(await e.client.documents.list()).toEqual([])
    await e.client.projects.close()
    await e.client.projects.open({ key: known[0]!.key })
    expect((await e.client.history.redo()).action).toEqual({ kind: 'document.import', params: { document: 'talk' } })
    expect(await e.client.documents.list()).toEqual(before)
    expect(await e.client.documents.text({ id: before[0]!.id })).toEqual(text)
  })
})

describe('the list of documents', () => {
  test('tells how much of each text is coded, as codings come, go and overlap', async () => {
    const e = engine()
    const id = e.addDocument('Talk', ['01234', '6789'])
    const empty = e.addDocument('Nothing', [''])
    const codeId = e.project.change({ kind: 'code.create', params: {}, coderId: e.coderId }, () => insertCode(e.project, null, { name: 'A' }))
    const coded = async () => (await e.client.documents.list()).map((document) => [document.codings, document.coded])
    expect(await coded()).toEqual([
      [0, 0],
      [0, null],
    ])
    const add = (start: number, end: number) => e.client.codings.add({ codings: [{ documentId: id, codeId, start, end }], merge: false })
    await add(0, 4)
    await add(2, 8)
    await add(9, 10)
    expect((await coded())[0]).toEqual([3, 0.9])
    await e.client.history.undo()
    expect((await coded())[0]).toEqual([2, 0.8])
    await e.client.documents.edit({ id, splice: { start: 0, end: 2, text: '' }, expected: '01' })
    expect((await coded())[0]).toEqual([2, 0.75])
    await e.client.documents.remove({ ids: [id, empty] })
    expect(await coded()).toEqual([])
    await e.client.history.undo()
    expect((await coded())[0]).toEqual([2, 0.75])
  })

  test('shows a new name and kind, and refuses a name that is taken', async () => {
    const e = engine()
    const [id] = [e.addDocument('One', ['x']), e.addDocument('Two', ['y'])]
    await e.client.documents.rename({ id, name: ' Uno ' })
    await e.client.documents.setKind({ id, kind: 'report' })
    expect((await e.client.documents.list())[0]).toMatchObject({ name: 'Uno', kind: 'report' })
    await expect(e.client.documents.rename({ id, name: 'Two' })).rejects.toMatchObject({ data: { code: 'name-taken' } })
    await expect(e.client.documents.rename({ id: 'none', name: 'x' })).rejects.toMatchObject({ data: { code: 'not-found' } })
    await expect(e.client.documents.remove({ ids: [id, 'none'] })).rejects.toMatchObject({ data: { code: 'not-found' } })
    expect(await namesOf(e)).toEqual(['Uno', 'Two'])
  })
})
