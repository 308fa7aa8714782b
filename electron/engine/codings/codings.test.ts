import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeTestEngine, type TestEngine } from '../testing.ts'

let engine: TestEngine
let client: TestEngine['client']
let documentId: string
let trust: string
let money: string

beforeEach(async () => {
  engine = makeTestEngine()
  client = engine.client
  onTestFinished(engine.cleanup)
  // "We waited there." 0–16, "The 😀 clinic was far." 17–39, "我们等了一整天。" 40–48
  documentId = engine.addDocument('R01', [
    ['Ann', 'We waited there.'],
    { speaker: 'Bo', text: 'The 😀 clinic was far.', startMs: 65_000 },
    ['Ann', '我们等了一整天。'],
  ])
  trust = (await client.codebook.create({ name: 'Trust' })).id
  money = (await client.codebook.create({ name: 'Money' })).id
})

const refusal = (code: string) => ({ data: { code } })
const span = (start: number, end: number, codeId = trust) => ({ documentId, codeId, start, end })
const ranges = async () => (await client.codings.ofDocument({ documentId })).map(({ start, end }) => [start, end])
const latest = async () => (await client.history.list({ limit: 1 }))[0]!.action

describe('coding a passage', () => {
  it('that overlaps or touches one of the same code grows that one', async () => {
    const first = await client.codings.add({ codings: [span(0, 5)] })
    const second = await client.codings.add({ codings: [span(5, 9)] })
    expect(second).toEqual({ added: 0, skipped: 0, merged: 1, ids: first.ids })
    expect(await ranges()).toEqual([[0, 9]])
    expect(await latest()).toEqual({ kind: 'coding.add', params: { count: 1, code: 'Trust', document: 'R01' } })
  })

  it('between two of the same code makes all three one', async () => {
    const { ids } = await client.codings.add({ codings: [span(0, 5), span(10, 16)] })
    const bridge = await client.codings.add({ codings: [span(4, 11)] })
    expect(await ranges()).toEqual([[0, 16]])
    expect(ids).toContain(bridge.ids[0])
  })

  it('leaves other codes, other coders and, where asked to, overlaps as they stand', async () => {
    const mei = await client.coders.create({ name: 'Mei' })
    await client.codings.add({ codings: [span(0, 5)] })
    await client.codings.add({ codings: [span(3, 8, money), { ...span(3, 8), coderId: mei.id }] })
    const asItIs = await client.codings.add({ codings: [span(3, 8)], merge: false })
    expect(asItIs).toMatchObject({ added: 1, merged: 0 })
    expect(await ranges()).toEqual([
      [0, 5],
      [3, 8],
      [3, 8],
      [3, 8],
    ])
  })

  it('twice is skipped, and leaves what was undone ready to be redone', async () => {
    const { ids } = await client.codings.add({ codings: [span(0, 5)] })
    await client.codings.add({ codings: [span(20, 30)] })
    await client.history.undo()
    for (const merge of [true, false]) {
      expect(await client.codings.add({ codings: [span(0, 5)], merge })).toEqual({ added: 0, skipped: 1, merged: 0, ids })
    }
    await client.history.redo()
    expect(await ranges()).toHaveLength(2)
  })

  it('many at once is all or nothing', async () => {
    await expect(client.codings.add({ codings: [span(0, 5), span(6, 900)] })).rejects.toMatchObject(refusal('range-outside'))
    await expect(client.codings.add({ codings: [span(0, 5), span(6, 6)] })).rejects.toMatchObject(refusal('range-empty'))
    await expect(client.codings.add({ codings: [span(0, 5), span(0, 5, 'nobody')] })).rejects.toMatchObject(refusal('not-found'))
    expect(await ranges()).toEqual([])
  })

  it('never cuts a character in two', async () => {
    await expect(client.codings.add({ codings: [span(17, 22)] })).rejects.toMatchObject(refusal('edit-splits-character'))
    await client.codings.add({ codings: [span(17, 23)] })
    expect(await ranges()).toEqual([[17, 23]])
  })

  it('with a heading is refused', async () => {
    await client.codebook.update({ id: trust, fields: { codable: false } })
    await expect(client.codings.add({ codings: [span(0, 5)] })).rejects.toMatchObject({
      data: { code: 'code-not-codable', params: { code: 'Trust' } },
    })
  })
})

describe('changing codings', () => {
  it('to another code joins what is there, comments and memos with it', async () => {
    const there = await client.codings.add({ codings: [{ ...span(0, 8), comment: 'first' }] })
    const moved = await client.codings.add({ codings: [{ ...span(4, 12, money), comment: 'second', weight: 70 }] })
    await client.memos.create({ target: { on: 'coding', id: moved.ids[0]! } })
    await client.codings.recode({ ids: moved.ids, codeId: trust })
    expect(await client.codings.ofDocument({ documentId })).toMatchObject([
      { id: there.ids[0], codeId: trust, start: 0, end: 12, comment: 'first\n\nsecond', weight: 70, memos: 1 },
    ])
    expect(await latest()).toEqual({ kind: 'coding.recode', params: { count: 1, from: 'Money', code: 'Trust', document: 'R01' } })
  })

  it('by a boundary drawn over a neighbour takes that one in', async () => {
    const { ids } = await client.codings.add({ codings: [span(0, 5), span(10, 16)] })
    await client.codings.update({ id: ids[1]!, start: 7 })
    expect(await ranges()).toEqual([
      [0, 5],
      [7, 16],
    ])
    await client.codings.update({ id: ids[1]!, start: 5 })
    expect(await client.codings.ofDocument({ documentId })).toMatchObject([{ id: ids[1], start: 0, end: 16 }])
  })

  it('keeps weight and comment, and removing takes them away until undone', async () => {
    const { ids } = await client.codings.add({ codings: [span(0, 5)] })
    await client.codings.update({ id: ids[0]!, weight: 30, comment: 'strong' })
    await client.codings.remove({ ids })
    expect(await latest()).toEqual({ kind: 'coding.remove', params: { count: 1, code: 'Trust', document: 'R01' } })
    expect(await ranges()).toEqual([])
    await client.history.undo()
    expect(await client.codings.ofDocument({ documentId })).toMatchObject([{ weight: 30, comment: 'strong' }])
  })
})

describe('the segments of a code', () => {
  it('show the passage with its surroundings, speaker, time, cases and coder', async () => {
    const ann = await client.cases.create({ name: 'Ann, 34' })
    const bo = await client.cases.create({ name: 'Bo, 51' })
    const { speakers } = await client.documents.text({ id: documentId })
    for (const [name, caseId] of [
      ['Ann', ann.id],
      ['Bo', bo.id],
    ] as const) {
      await client.cases.linkSpeaker({ caseId, speakerId: speakers.find((speaker) => speaker.name === name)!.id })
    }
    await client.codings.add({ codings: [span(24, 30), span(35, 42, money)] })
    const { total, documents, segments } = await client.codings.segments({ filter: {} })
    expect({ total, documents }).toEqual({ total: 2, documents: 1 })
    expect(segments[0]).toMatchObject({
      documentName: 'R01',
      before: 'We waited there.\nThe 😀 ',
      text: 'clinic',
      after: ' was far.\n我们等了一整天。',
      speaker: 'Bo',
      startMs: 65_000,
      cases: ['Bo, 51'],
      coderName: 'Tester',
    })
    expect(segments[1]).toMatchObject({ text: 'far.\n我们', cases: ['Bo, 51', 'Ann, 34'] })
  })

  it('come by document and place, page by page', async () => {
    const second = engine.addDocument('R02', ['x'.repeat(400)])
    await client.codings.add({
      codings: [5, 3, 1, 9, 7].flatMap((start) => [{ ...span(start, start + 1), documentId: second }, { ...span(start, start + 1) }]),
    })
    const page = async (offset: number, limit: number) => {
      const { total, segments } = await client.codings.segments({ filter: { codeIds: [trust] }, offset, limit })
      expect(total).toBe(10)
      return segments.map((segment) => `${segment.documentName} ${segment.start}`)
    }
    const all = await page(0, 1000)
    expect(all).toEqual(['R01', 'R02'].flatMap((name) => [1, 3, 5, 7, 9].map((start) => `${name} ${start}`)))
    expect([...(await page(0, 4)), ...(await page(4, 4)), ...(await page(8, 4))]).toEqual(all)
  })

  it('can be those of a case, of a coder, or those that overlap another code of the same coder', async () => {
    const mei = await client.coders.create({ name: 'Mei' })
    const { speakers } = await client.documents.text({ id: documentId })
    const bo = await client.cases.create({ name: 'Bo' })
    await client.cases.linkSpeaker({ caseId: bo.id, speakerId: speakers.find((speaker) => speaker.name === 'Bo')!.id })
    await client.codings.add({
      codings: [span(0, 9), span(24, 30), span(8, 12, money), { ...span(26, 34, money), coderId: mei.id }, { ...span(30, 36, money) }],
    })
    const found = async (filter: Parameters<typeof client.codings.segments>[0]['filter']) =>
      (await client.codings.segments({ filter })).segments.map((segment) => segment.start)
    expect(await found({ caseIds: [bo.id] })).toEqual([24, 26, 30])
    expect(await found({ coderIds: [mei.id] })).toEqual([26])
    expect(await found({ codeIds: [trust], overlappingCodeId: money })).toEqual([0])
    expect(await found({ caseIds: [bo.id], codeIds: [trust], documentIds: [documentId] })).toEqual([24])
    expect(await found({ documentIds: [] })).toEqual([])
  })
})
