import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeTestEngine, type TestEngine } from '../testing.ts'

let engine: TestEngine
let client: TestEngine['client']

beforeEach(() => {
  engine = makeTestEngine()
  client = engine.client
  onTestFinished(engine.cleanup)
})

describe('a memo', () => {
  it('can be written on anything and says on what', async () => {
    const document = engine.addDocument('R01', ['We waited there for hours and nobody told us why, nobody at all.', 'Then we went home.'])
    const code = await client.codebook.create({ name: 'Waiting' })
    const study = await client.cases.create({ name: 'Ann' })
    const theme = await client.themes.create({ name: 'Time' })
    const coded = await client.codings.add({
      codings: [
        { documentId: document, codeId: code.id, start: 3, end: 9 },
        { documentId: document, codeId: code.id, start: 42, end: 70 },
      ],
    })
    const targets = [
      [{ on: 'project' }, 'Test'],
      [{ on: 'document', id: document }, 'R01'],
      [{ on: 'code', id: code.id }, 'Waiting'],
      [{ on: 'case', id: study.id }, 'Ann'],
      [{ on: 'theme', id: theme.id }, 'Time'],
      [{ on: 'coding', id: coded.ids[0]! }, 'waited'],
      [{ on: 'coding', id: coded.ids[1]! }, 'us why, nobody at all.…'],
    ] as const
    for (const [target, targetName] of targets) {
      const memo = await client.memos.create({ target, title: targetName })
      expect(memo).toMatchObject({ target, targetName, coderId: engine.coderId })
      expect((await client.memos.list({ target })).map(({ id }) => id)).toEqual([memo.id])
    }
    expect((await client.memos.list({})).map(({ title }) => title)).toEqual(targets.map(([, name]) => name).toReversed())
    await expect(client.memos.create({ target: { on: 'code', id: 'none' } })).rejects.toMatchObject({ data: { code: 'not-found' } })
  })

  it('that is typed without a pause is one step back', async () => {
    const memo = await client.memos.create({ target: { on: 'project' } })
    for (const text of ['W', 'Wh', 'Why']) await client.memos.update({ id: memo.id, text, joins: true })
    expect((await client.history.list({})).map(({ action }) => action.kind)).toEqual(['memo.update', 'memo.create'])
    await client.history.undo()
    expect((await client.memos.list({}))[0]).toMatchObject({ text: '' })
    await client.history.redo()
    expect((await client.memos.list({}))[0]).toMatchObject({ text: 'Why' })
    await client.memos.remove({ id: memo.id })
    expect(await client.memos.list({})).toEqual([])
  })
})
