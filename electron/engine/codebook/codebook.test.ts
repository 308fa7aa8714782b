import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { palette } from '#shared/model/palette.ts'
import { makeTestEngine, type TestEngine } from '../testing.ts'
import { ensureCodePath } from './rules.ts'

let engine: TestEngine
let client: TestEngine['client']

beforeEach(() => {
  engine = makeTestEngine()
  client = engine.client
  onTestFinished(engine.cleanup)
})

const refusal = (code: string) => ({ data: { code } })
const create = (name: string, parentId: string | null = null) => client.codebook.create({ name, parentId })
/** The tree as lines: names indented by their depth. */
async function tree(): Promise<string[]> {
  const codes = await client.codebook.list()
  const depth = (id: string | null): number => (id === null ? 0 : 1 + depth(codes.find((code) => code.id === id)!.parentId))
  return codes.map((code) => '  '.repeat(depth(code.parentId)) + code.name)
}
async function latest() {
  return (await client.history.list({ limit: 1 }))[0]!.action
}

describe('a new code', () => {
  it('stands behind its siblings and takes a colour that is used least', async () => {
    const first = await create(' Trust  in\toffices ')
    expect(first).toMatchObject({ name: 'Trust in offices', color: palette[0], codable: true, codings: 0, documents: 0 })
    for (const color of palette.slice(1)) expect((await create(`Code ${color}`)).color).toBe(color)
    expect((await create('Once more')).color).toBe(palette[0])
    expect((await tree()).at(-1)).toBe('Once more')
    expect(await latest()).toEqual({ kind: 'code.create', params: { code: 'Once more' } })
  })

  it('is refused a name that a sibling has, whatever its case', async () => {
    const trust = await create('Trust')
    await expect(create('TRUST')).rejects.toMatchObject({ data: { code: 'name-taken', params: { name: 'TRUST' } } })
    await expect(create('  ')).rejects.toMatchObject(refusal('name-empty'))
    await create('Trust', trust.id)
    expect(await tree()).toEqual(['Trust', '  Trust'])
  })

  it('is made with all that is missing on its path, as one change', async () => {
    await create('Barriers')
    const id = ensureCodePath(engine.project, engine.coderId, ['barriers', 'Money', 'Fees'])
    expect(ensureCodePath(engine.project, engine.coderId, ['Barriers', 'money', 'FEES'])).toBe(id)
    expect(await tree()).toEqual(['Barriers', '  Money', '    Fees'])
    await client.history.undo()
    expect(await tree()).toEqual(['Barriers'])
  })
})

describe('moving codes', () => {
  it('puts them before a sibling, below another code or at the end', async () => {
    const [a, b, c] = [await create('A'), await create('B'), await create('C')]
    await client.codebook.move({ ids: [c.id], parentId: null, beforeId: a.id })
    expect(await tree()).toEqual(['C', 'A', 'B'])
    await client.codebook.move({ ids: [b.id, a.id], parentId: c.id, beforeId: null })
    expect(await tree()).toEqual(['C', '  B', '  A'])
    await client.codebook.move({ ids: [b.id], parentId: null })
    expect(await tree()).toEqual(['C', '  A', 'B'])
  })

  it('takes along what is below them and never makes a circle', async () => {
    const top = await create('Top')
    const middle = await create('Middle', top.id)
    const low = await create('Low', middle.id)
    await expect(client.codebook.move({ ids: [top.id], parentId: low.id })).rejects.toMatchObject(refusal('code-cycle'))
    await expect(client.codebook.move({ ids: [top.id], parentId: top.id })).rejects.toMatchObject(refusal('code-cycle'))
    const other = await create('Other')
    await client.codebook.move({ ids: [low.id, middle.id], parentId: other.id })
    expect(await tree()).toEqual(['Top', 'Other', '  Middle', '    Low'])
  })

  it('to where they are is no change', async () => {
    const [a, b] = [await create('A'), await create('B')]
    const before = await client.history.list({})
    await client.codebook.move({ ids: [a.id], parentId: null, beforeId: b.id })
    await client.codebook.move({ ids: [b.id], parentId: null, beforeId: b.id })
    await client.codebook.move({ ids: [a.id, b.id], parentId: null })
    expect(await client.history.list({})).toEqual(before)
  })
})

describe('merging codes', () => {
  it('hands over codings, memos, children and theme places', async () => {
    const document = engine.addDocument('R01', ['We waited there for hours and hours.'])
    const [from, into] = [await create('Queues'), await create('Waiting')]
    await create('Long', from.id)
    const added = await client.codings.add({ codings: [{ documentId: document, codeId: from.id, start: 3, end: 9 }] })
    await client.memos.create({ target: { on: 'code', id: from.id }, title: 'On queues' })
    await client.memos.create({ target: { on: 'coding', id: added.ids[0]! }, title: 'Here' })
    const theme = await client.themes.create({ name: 'Time', codeIds: [from.id] })

    await client.codebook.merge({ ids: [from.id], intoId: into.id })
    expect(await tree()).toEqual(['Waiting', '  Long'])
    expect((await client.codings.ofDocument({ documentId: document })).map(({ codeId, memos }) => [codeId, memos])).toEqual([[into.id, 1]])
    expect((await client.memos.list({ target: { on: 'code', id: into.id } })).map((memo) => memo.title)).toEqual(['On queues'])
    expect((await client.themes.list())[0]).toMatchObject({ id: theme.id, codeIds: [into.id], codings: 1 })
    expect(await latest()).toEqual({ kind: 'code.merge', params: { code: 'Queues', into: 'Waiting' } })
  })

  it('joins codings of one coder that meet, and leaves two coders apart', async () => {
    const document = engine.addDocument('R01', ['We waited there for hours and hours.'])
    const mei = await client.coders.create({ name: 'Mei' })
    const [a, b] = [await create('A'), await create('B')]
    const at = { documentId: document }
    const first = await client.codings.add({ codings: [{ ...at, codeId: a.id, start: 0, end: 9, comment: 'one' }] })
    const second = await client.codings.add({ codings: [{ ...at, codeId: b.id, start: 9, end: 15, comment: 'two' }] })
    await client.codings.add({ codings: [{ ...at, codeId: a.id, start: 5, end: 12, coderId: mei.id }] })
    await client.memos.create({ target: { on: 'coding', id: second.ids[0]! }, title: 'kept' })

    await client.codebook.merge({ ids: [a.id], intoId: b.id })
    const left = await client.codings.ofDocument({ documentId: document })
    expect(left.map(({ start, end, comment, memos }) => [start, end, comment, memos])).toEqual([
      [0, 15, 'one\n\ntwo', 1],
      [5, 12, '', 0],
    ])
    expect(left[0]!.id).toBe(first.ids[0])
  })

  it('lets a sub-code take the place of the code that is merged into it', async () => {
    const top = await create('Top')
    const child = await create('Child', top.id)
    await create('Sister', top.id)
    await create('Last')
    await client.codebook.merge({ ids: [top.id], intoId: child.id })
    expect(await tree()).toEqual(['Child', '  Sister', 'Last'])
  })

  it('is refused into itself, and where codings would go to a mere heading', async () => {
    const document = engine.addDocument('R01', ['Words'])
    const [code, heading] = [await create('Code'), await client.codebook.create({ name: 'Heading', codable: false })]
    await client.codings.add({ codings: [{ documentId: document, codeId: code.id, start: 0, end: 5 }] })
    await expect(client.codebook.merge({ ids: [code.id], intoId: code.id })).rejects.toMatchObject(refusal('merge-into-itself'))
    await expect(client.codebook.merge({ ids: [code.id], intoId: heading.id })).rejects.toMatchObject(refusal('code-not-codable'))
    expect(await tree()).toEqual(['Code', 'Heading'])
  })
})

describe('the codebook', () => {
  it('counts each code’s own codings and the documents they stand in', async () => {
    const [one, two] = [engine.addDocument('R01', ['Some words']), engine.addDocument('R02', ['Other words'])]
    const code = await create('Trust')
    const span = (documentId: string, start: number) => ({ documentId, codeId: code.id, start, end: start + 2 })
    await client.codings.add({ codings: [span(one, 0), span(one, 5), span(two, 0)] })
    expect((await client.codebook.list())[0]).toMatchObject({ codings: 3, documents: 2 })
  })

  it('loses a code with all below it and its codings, and gets them back', async () => {
    const document = engine.addDocument('R01', ['Some words'])
    const top = await create('Top')
    const below = await create('Below', top.id)
    await client.codings.add({ codings: [{ documentId: document, codeId: below.id, start: 0, end: 4 }] })
    expect(await client.codebook.remove({ ids: [top.id] })).toEqual({ codes: 2, codings: 1 })
    expect(await client.codings.ofDocument({ documentId: document })).toEqual([])
    expect(await latest()).toEqual({ kind: 'code.remove', params: { code: 'Top', codings: 1 } })
    await client.history.undo()
    expect(await tree()).toEqual(['Top', '  Below'])
    expect(await client.codings.ofDocument({ documentId: document })).toHaveLength(1)
  })

  it('takes new words for a code and says in the history which changed', async () => {
    const code = await create('Trust')
    await client.codebook.update({ id: code.id, fields: { name: 'Confidence' } })
    expect(await latest()).toEqual({ kind: 'code.update', params: { code: 'Trust', field: 'name', to: 'Confidence' } })
    await client.codebook.update({ id: code.id, fields: { definition: 'Leaning on others', codable: false } })
    expect((await client.codebook.list())[0]).toMatchObject({ name: 'Confidence', definition: 'Leaning on others', codable: false })
  })
})
