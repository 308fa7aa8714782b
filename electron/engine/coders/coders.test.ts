import { expect, it, onTestFinished } from 'vitest'
import { makeTestEngine } from '../testing.ts'

it('a coder can join, act and be renamed; joining is not undone', async () => {
  const engine = makeTestEngine()
  onTestFinished(engine.cleanup)
  const { client } = engine
  expect(await client.coders.current()).toMatchObject({ name: 'Tester', codings: 0 })
  const mei = await client.coders.create({ name: 'Mei' })
  await expect(client.coders.create({ name: ' Mei ' })).rejects.toMatchObject({ data: { code: 'name-taken' } })
  await client.coders.setCurrent({ id: mei.id })
  const documentId = engine.addDocument('R01', ['Words'])
  const code = await client.codebook.create({ name: 'Trust' })
  await client.codings.add({ codings: [{ documentId, codeId: code.id, start: 0, end: 5 }] })
  expect((await client.coders.list()).map(({ name, codings }) => [name, codings])).toEqual([
    ['Tester', 0],
    ['Mei', 1],
  ])
  await client.coders.rename({ id: mei.id, name: 'Mei Lin' })
  expect((await client.history.list({ limit: 1 }))[0]).toMatchObject({
    coderName: 'Mei Lin',
    action: { kind: 'coder.rename', params: { from: 'Mei', to: 'Mei Lin' } },
  })
  await client.history.undo()
  expect(await client.coders.current()).toMatchObject({ name: 'Mei' })
  await expect(client.codings.add({ codings: [{ documentId, codeId: code.id, start: 0, end: 2, coderId: 'nobody' }] })).rejects.toMatchObject({
    data: { code: 'not-found' },
  })
})
