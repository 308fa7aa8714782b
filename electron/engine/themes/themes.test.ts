import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { makeTestEngine, type TestEngine } from '../testing.ts'

let engine: TestEngine
let client: TestEngine['client']

beforeEach(() => {
  engine = makeTestEngine()
  client = engine.client
  onTestFinished(engine.cleanup)
})

describe('a theme', () => {
  it('covers the codings of its codes and of all below them, each once', async () => {
    const interview = engine.addDocument('R01', [
      ['Interviewer', 'Why?'],
      ['Ann', 'Because we waited.'],
    ])
    const group = engine.addDocument('FG1', [
      ['Bo', 'We paid.'],
      ['Cai', 'We waited.'],
      ['Bo', 'Yes.'],
    ])
    const top = await client.codebook.create({ name: 'Barriers' })
    const below = await client.codebook.create({ name: 'Time', parentId: top.id })
    const other = await client.codebook.create({ name: 'Money' })
    await client.cases.create({ name: 'Ann', documentIds: [interview] })
    const { speakers } = await client.documents.text({ id: group })
    for (const { id, name } of speakers) await client.cases.linkSpeaker({ speakerId: id, caseId: (await client.cases.create({ name })).id })
    await client.codings.add({
      codings: [
        { documentId: interview, codeId: top.id, start: 0, end: 4 },
        { documentId: interview, codeId: below.id, start: 5, end: 12 },
        { documentId: group, codeId: below.id, start: 9, end: 19 },
        { documentId: group, codeId: other.id, start: 0, end: 8 },
      ],
    })
    await client.themes.create({ name: 'What stands in the way', codeIds: [top.id, below.id] })
    await client.themes.create({ name: 'All', claim: 'Everything', codeIds: [top.id, other.id] })
    await client.themes.create({ name: 'Nothing yet' })
    expect((await client.themes.list()).map(({ name, codings, documents, cases }) => [name, codings, documents, cases])).toEqual([
      ['What stands in the way', 3, 2, 2],
      ['All', 4, 2, 3],
      ['Nothing yet', 0, 0, 0],
    ])
  })

  it('takes codes, gives them up, and keeps their order', async () => {
    const [a, b, c] = [
      await client.codebook.create({ name: 'A' }),
      await client.codebook.create({ name: 'B' }),
      await client.codebook.create({ name: 'C' }),
    ]
    const theme = await client.themes.create({ name: 'T', codeIds: [b.id] })
    await client.themes.addCodes({ themeId: theme.id, codeIds: [c.id, b.id, a.id] })
    expect((await client.themes.list())[0]!.codeIds).toEqual([b.id, c.id, a.id])
    await client.themes.removeCode({ themeId: theme.id, codeId: c.id })
    expect((await client.themes.list())[0]!.codeIds).toEqual([b.id, a.id])
    await client.history.undo()
    expect((await client.themes.list())[0]!.codeIds).toEqual([b.id, c.id, a.id])
    await client.codebook.remove({ ids: [b.id] })
    expect((await client.themes.list())[0]!.codeIds).toEqual([c.id, a.id])
  })

  it('has its name, claim, colour and place', async () => {
    const [one, two] = [await client.themes.create({ name: 'One' }), await client.themes.create({ name: 'Two' })]
    expect(one.color).not.toBe(two.color)
    await client.themes.move({ id: two.id, beforeId: one.id })
    await client.themes.update({ id: one.id, name: 'First', claim: 'It is so.', color: '#123456' })
    expect(await client.themes.list()).toMatchObject([{ name: 'Two' }, { name: 'First', claim: 'It is so.', color: '#123456' }])
    await expect(client.themes.create({ name: 'first' })).rejects.toMatchObject({ data: { code: 'name-taken' } })
    await client.themes.remove({ id: one.id })
    expect(await client.themes.list()).toMatchObject([{ name: 'Two' }])
  })
})
