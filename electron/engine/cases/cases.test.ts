import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeTestEngine, type TestEngine } from '../testing.ts'

let engine: TestEngine
let client: TestEngine['client']

beforeEach(() => {
  engine = makeTestEngine()
  client = engine.client
  onTestFinished(engine.cleanup)
})

const refusal = (code: string) => ({ data: { code } })
const latest = async () => (await client.history.list({ limit: 1 }))[0]!.action

describe('a case', () => {
  it('knows its documents, its speakers and its values', async () => {
    const document = engine.addDocument('FG1', [
      ['Ann', 'Hello'],
      ['Bo', 'Good day'],
    ])
    const ann = await client.cases.create({ name: 'Ann', documentIds: [document] })
    const speaker = (await client.documents.text({ id: document })).speakers.find(({ name }) => name === 'Ann')!
    await client.cases.linkSpeaker({ caseId: ann.id, speakerId: speaker.id })
    const age = await client.cases.createVariable({ name: 'Age', type: 'number' })
    await client.cases.setValue({ caseId: ann.id, variableId: age.id, value: ' ３４ ' })
    expect((await client.cases.list()).cases).toEqual([
      { id: ann.id, name: 'Ann', documentIds: [document], speakerIds: [speaker.id], values: { [age.id]: '34' } },
    ])
    expect(await latest()).toEqual({ kind: 'case.set-value', params: { case: 'Ann', variable: 'Age', value: '34' } })
    await client.cases.linkDocument({ caseId: ann.id, documentId: document, linked: false })
    await client.cases.linkSpeaker({ caseId: null, speakerId: speaker.id })
    expect((await client.cases.list()).cases[0]).toMatchObject({ documentIds: [], speakerIds: [] })
    expect(await latest()).toEqual({ kind: 'case.unlink-speaker', params: { case: 'Ann', speaker: 'Ann', document: 'FG1' } })
  })

  it('has a name of its own', async () => {
    await client.cases.create({ name: 'Ann' })
    const bo = await client.cases.create({ name: 'Bo' })
    await expect(client.cases.create({ name: 'ann' })).rejects.toMatchObject(refusal('name-taken'))
    await expect(client.cases.rename({ id: bo.id, name: 'Ann' })).rejects.toMatchObject(refusal('name-taken'))
    await client.cases.rename({ id: bo.id, name: 'BO' })
    expect((await client.cases.list()).cases.map(({ name }) => name)).toEqual(['Ann', 'BO'])
  })

  it('goes with its values and memos and leaves its documents', async () => {
    const document = engine.addDocument('R01', [['Ann', 'Hello']])
    const ann = await client.cases.create({ name: 'Ann', documentIds: [document] })
    await client.memos.create({ target: { on: 'case', id: ann.id } })
    await client.cases.remove({ ids: [ann.id] })
    expect(await client.memos.list({})).toEqual([])
    expect(await client.documents.list()).toHaveLength(1)
    await client.history.undo()
    expect((await client.cases.list()).cases[0]).toMatchObject({ name: 'Ann', documentIds: [document] })
    expect(await client.memos.list({})).toHaveLength(1)
  })
})

describe('a value', () => {
  it.each([
    ['number', '12,5'],
    ['number', 'old'],
    ['number', '1e999'],
    ['date', '2026-02-30'],
    ['date', '3.2.2026'],
  ] as const)('of a %s variable is never %s', async (type, value) => {
    const ann = await client.cases.create({ name: 'Ann' })
    const variable = await client.cases.createVariable({ name: 'V', type })
    const set = client.cases.setValue({ caseId: ann.id, variableId: variable.id, value })
    await expect(set).rejects.toMatchObject({ data: { code: 'value-not-of-type', params: { value, type, variable: 'V' } } })
  })

  it.each([
    ['number', '-1.50', '-1.5'],
    ['date', '2024-02-29', '2024-02-29'],
    ['text', '  a word ', 'a word'],
  ] as const)('of a %s variable may be %s', async (type, value, stored) => {
    const ann = await client.cases.create({ name: 'Ann' })
    const variable = await client.cases.createVariable({ name: 'V', type })
    await client.cases.setValue({ caseId: ann.id, variableId: variable.id, value })
    expect((await client.cases.list()).cases[0]!.values).toEqual({ [variable.id]: stored })
    await client.cases.setValue({ caseId: ann.id, variableId: variable.id, value: ' ' })
    expect((await client.cases.list()).cases[0]!.values).toEqual({})
  })

  it('that is a new category joins the list, and follows when its category is renamed', async () => {
    const ann = await client.cases.create({ name: 'Ann' })
    const variable = await client.cases.createVariable({ name: 'Age group', type: 'category', categories: ['young', 'old'] })
    await client.cases.setValue({ caseId: ann.id, variableId: variable.id, value: 'Middle' })
    await client.cases.setValue({ caseId: ann.id, variableId: variable.id, value: 'MIDDLE' })
    const now = async () => {
      const { variables, cases } = await client.cases.list()
      return [variables[0]!.categories, cases[0]!.values[variable.id]]
    }
    expect(await now()).toEqual([['young', 'old', 'Middle'], 'Middle'])
    await client.cases.updateVariable({ id: variable.id, categories: ['young', 'old', 'In between'] })
    expect(await now()).toEqual([['young', 'old', 'In between'], 'In between'])
    await client.cases.updateVariable({ id: variable.id, categories: ['old', 'young'] })
    expect(await now()).toEqual([['old', 'young'], undefined])
    await client.history.undo()
    expect(await now()).toEqual([['young', 'old', 'In between'], 'In between'])
  })
})
