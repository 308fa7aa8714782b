import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import type { EngineClient } from '#electron/shell/engineClient.ts'
import { type Served, type ServeOptions, serve } from './serve.ts'

let folder: string
const running: Served[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'emic-serve-'))
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Emic</title>')
})

afterEach(async () => {
  await Promise.all(running.splice(0).map((served) => served.close()))
  rmSync(folder, { recursive: true, force: true })
})

async function serving(options: ServeOptions = {}): Promise<Served> {
  const served = await serve({ dataFolder: join(folder, 'data'), projectsFolder: join(folder, 'projects'), rendererFolder: folder, ...options })
  running.push(served)
  return served
}

/** A page as the browser opens it: the token's cookie, then the socket. */
async function page({ url, port }: Served): Promise<{ client: EngineClient; socket: WebSocket }> {
  const entered = await fetch(url, { redirect: 'manual' })
  const cookie = entered.headers.get('set-cookie')!.split(';')[0]!
  const socket = new WebSocket(`ws://127.0.0.1:${port}/engine`, { headers: { cookie, origin: `http://127.0.0.1:${port}` } })
  socket.binaryType = 'arraybuffer'
  const client = createORPCClient<EngineClient>(new RPCLink({ websocket: socket as unknown as globalThis.WebSocket }))
  return { client, socket }
}

describe('a page in the browser', () => {
  it('makes a project in the projects folder and hears of its changes', async () => {
    const { client } = await page(await serving())
    expect(await client.projects.host()).toMatchObject({ kind: 'browser', folder: join(folder, 'projects') })
    const { project } = await client.projects.create({ name: '研究' })
    expect(project).toMatchObject({ name: '研究', file: join(folder, 'projects', '研究.emic') })
  })

  it('that closes leaves the project open for the next one', async () => {
    const served = await serving()
    const first = await page(served)
    await first.client.projects.create({ name: 'Study' })
    first.socket.close()
    expect(await (await page(served)).client.projects.current()).toMatchObject({ name: 'Study' })
  })

  it('hands over a file as its bytes and is told what is wrong with it', async () => {
    const { client } = await page(await serving())
    const file = new File([new Uint8Array(200_000).fill(7)], 'Study.emic')
    await expect(client.projects.openCopy({ file })).rejects.toMatchObject({ data: { code: 'project-not-emic', params: { file: 'Study.emic' } } })
  })
})

describe('serving', () => {
  it('opens the project that is named, and frees it at the end', async () => {
    const first = await serving()
    await (await page(first)).client.projects.create({ name: 'Study' })
    const file = join(folder, 'projects', 'Study.emic')
    await expect(serving({ file })).rejects.toMatchObject({ code: 'project-open-elsewhere' })
    await first.close()
    expect(await (await page(await serving({ file }))).client.projects.current()).toMatchObject({ name: 'Study' })
    expect(existsSync(`${file}-wal`)).toBe(true)
  })

  it('refuses what is no project and leaves nothing running', async () => {
    const file = join(folder, 'notes.emic')
    writeFileSync(file, 'only words')
    await expect(serving({ file })).rejects.toMatchObject({ code: 'project-not-emic' })
  })

  it('says that the page was not built', async () => {
    await expect(serving({ rendererFolder: join(folder, 'nothing') })).rejects.toThrow('npm run build')
  })

  it('says that a port is taken', async () => {
    const { port } = await serving()
    await expect(serving({ port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })

  it('two projects side by side keeps them apart', async () => {
    const [one, two] = [await page(await serving()), await page(await serving())]
    await one.client.projects.create({ name: 'One' })
    expect(await two.client.projects.current()).toBeNull()
  })
})
