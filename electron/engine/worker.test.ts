import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import { afterEach, expect, test } from 'vitest'
import type { Contract } from '#shared/contract/index.ts'
import type { ChangeEvent } from '#shared/contract/projects.ts'
import { type EngineWorker, type EngineWorkerOptions, startEngineWorker } from './start.ts'

const endings: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const end of endings.splice(0).reverse()) await end()
})

function start(options: Partial<EngineWorkerOptions> = {}): { engine: EngineWorker; folder: string } {
  const folder = mkdtempSync(join(tmpdir(), 'emic-worker-'))
  const engine = startEngineWorker({
    kind: 'browser',
    version: '1.2.3',
    migrationsFolder: fileURLToPath(new URL('../../migrations', import.meta.url)),
    sampleFolder: fileURLToPath(new URL('../../samples/equity', import.meta.url)),
    dataFolder: join(folder, 'data'),
    projectsFolder: folder,
    userName: 'Ann',
    ...options,
  })
  endings.push(() => rmSync(folder, { recursive: true, force: true }))
  endings.push(() => engine.close())
  return { engine, folder }
}

function clientOf(engine: EngineWorker): ContractRouterClient<Contract> {
  const { port1, port2 } = new MessageChannel()
  engine.connect(port2)
  const link = new RPCLink({ port: port1 })
  port1.start()
  endings.push(() => port1.close())
  return createORPCClient(link)
}

test('several windows share one engine, and each hears what another changed', async () => {
  const { engine } = start()
  const [one, two] = [clientOf(engine), clientOf(engine)]
  const ended = new AbortController()
  const changes = await two.projects.changes(undefined, { signal: ended.signal })
  expect((await one.projects.create({ name: 'Study' })).project).toMatchObject({ name: 'Study', coders: 1 })
  expect(await two.projects.current()).toMatchObject({ name: 'Study' })
  await one.projects.rename({ name: 'Other' })
  const events: ChangeEvent[] = []
  for (let i = 0; i < 2; i++) events.push((await changes.next()).value as ChangeEvent)
  expect(events.map((event) => event.by)).toEqual(['opened', 'change'])
  expect(events[1]!.subjects).toEqual(['project', 'history'])
  ended.abort()
})

test('the shell asks for files on the engine’s behalf, opens what it is given, and closing leaves one file', async () => {
  const requests: unknown[] = []
  const asked = Promise.withResolvers<string>()
  const { engine, folder } = start({
    kind: 'desktop',
    projectsFolder: null,
    onHostRequest: async (request) => {
      requests.push(request)
      return request.method === 'chooseNewProject' ? asked.promise : null
    },
  })
  const file = join(folder, 'Chosen.emic')
  asked.resolve(file)
  const client = clientOf(engine)
  expect((await client.projects.create({ name: 'A/B' })).project).toMatchObject({ name: 'A/B', file })
  expect(await client.projects.open({})).toEqual({ project: null })
  expect(requests).toEqual([{ method: 'chooseNewProject', suggestedName: 'A B.emic' }, { method: 'chooseProject' }])
  await client.projects.close()
  await engine.openFile(file)
  expect(await client.projects.current()).toMatchObject({ name: 'A/B' })
  await expect(engine.openFile(join(folder, 'none.emic'))).rejects.toMatchObject({ code: 'project-missing' })
  expect(await client.projects.current()).toMatchObject({ name: 'A/B' })
})

test('files travel through the port and back', async () => {
  const { engine } = start()
  const client = clientOf(engine)
  await client.projects.create({ name: 'Study' })
  const preview = await client.documents.preview({ file: new File(['A: 你好\nB: yes\nA: 再见\nB: bye'], 'talk.txt') })
  if (!preview.ok) throw new Error(preview.problem.code)
  const run = await client.documents.importFiles({ files: [{ token: preview.token, options: {} }] })
  const progress: unknown[] = []
  let step = await run.next()
  for (; !step.done; step = await run.next()) progress.push(step.value)
  expect(progress).toEqual([
    { done: 0, total: 1, label: 'talk.txt' },
    { done: 1, total: 1, label: '' },
  ])
  const [result] = step.value
  if (!result?.ok) throw new Error('not imported')
  const original = await client.documents.originalFile({ id: result.documentId })
  expect([original.name, await original.text()]).toEqual(['talk.txt', 'A: 你好\nB: yes\nA: 再见\nB: bye'])
})
