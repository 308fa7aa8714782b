import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineClient } from '#electron/shell/engineClient.ts'
import { delivered } from '#electron/shell/places.ts'
import { type EngineWorker, startEngineWorker } from '#engine/start.ts'
import { projectActions } from './projectActions.ts'
import { setupRelay } from './relay.ts'
import * as electron from './testing/electron.ts'

vi.mock('electron', () => import('./testing/electron.ts'))

let folder: string
let engine: EngineWorker
let chosen: string | null = null
let window: electron.BrowserWindow

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'emic-relay-'))
  engine = startEngineWorker({
    ...delivered(),
    kind: 'desktop',
    dataFolder: join(folder, 'data'),
    projectsFolder: null,
    userName: 'Ann',
    onHostRequest: async () => chosen,
  })
})

afterAll(async () => {
  await engine.close()
  rmSync(folder, { recursive: true, force: true })
})

beforeEach(() => {
  electron.restart()
  window = new electron.BrowserWindow()
  setupRelay(() => window as unknown as Electron.BrowserWindow, engine.connect)
})

const pages: electron.MessagePortMain[] = []
afterEach(() => {
  for (const page of pages.splice(0)) page.close()
})

const ask = (sender: electron.WebContents, senderFrame: unknown = sender.mainFrame) => electron.ipcMain.emit('emic:connect', { sender, senderFrame })

/** What the preload script passes on and the page does with it. */
function connectPage(): { client: EngineClient; port: electron.MessagePortMain } {
  ask(window.webContents)
  const { channel, ports } = window.webContents.mainFrame.posted.at(-1)!
  expect(channel).toBe('emic:port')
  const port = ports[0]!
  pages.push(port)
  const client = createORPCClient<EngineClient>(new RPCLink({ port: port as unknown as Electron.MessagePortMain }))
  port.start()
  return { client, port }
}

describe('the page’s port', () => {
  it('reaches the engine in its own thread', async () => {
    const { client } = connectPage()
    expect(await client.projects.host()).toEqual({ kind: 'desktop', folder: null, version: delivered().version })
  })

  it('carries a project from the native dialog to the page, and its changes', async () => {
    const { client } = connectPage()
    const changes = await client.projects.changes()
    chosen = join(folder, 'Study.emic')
    const { project } = await client.projects.create({ name: 'Study' })
    expect(project).toMatchObject({ name: 'Study', file: chosen })
    expect((await changes.next()).value).toMatchObject({ by: 'opened' })
    await changes.return?.()
  })

  it('carries files as their bytes', async () => {
    const { client } = connectPage()
    chosen = join(folder, 'Copy.emic')
    const bytes = new Uint8Array(300_000).map((_, index) => index % 251)
    await expect(client.projects.openCopy({ file: new File([bytes], 'Copy.emic') })).rejects.toMatchObject({
      data: { code: 'project-not-emic' },
    })
  })

  it('serves several pages side by side, and one that closes leaves the others', async () => {
    const first = connectPage()
    const second = connectPage()
    expect(await first.client.projects.host()).toEqual(await second.client.projects.host())
    first.port.close()
    expect(await second.client.projects.host()).toHaveProperty('kind', 'desktop')
  })

  it('ends the page’s calls when the engine’s side closes', async () => {
    const { client, port } = connectPage()
    const changes = await client.projects.changes()
    const closed = new Promise((resolve) => port.on('close', () => resolve('closed')))
    port.close()
    expect(await closed).toBe('closed')
    await expect(changes.next()).rejects.toThrow()
  })
})

describe('who gets a port', () => {
  it('is nobody but the main frame of the app’s own window on the app’s own page', () => {
    const stranger = new electron.WebContents()
    ask(stranger)
    ask(stranger, window.webContents.mainFrame)
    ask(window.webContents, { url: 'app://emic/', postMessage: () => expect.unreachable() })
    ask(window.webContents, null)
    window.webContents.mainFrame.url = 'https://example.org/'
    ask(window.webContents)
    window.webContents.mainFrame.url = 'app://emic.evil/'
    ask(window.webContents)
    expect([...stranger.mainFrame.posted, ...window.webContents.mainFrame.posted]).toEqual([])
  })
})

describe('what is refused', () => {
  it('on a double click or in the menu is told to the person', async () => {
    const told: unknown[] = []
    const { client } = connectPage()
    const actions = projectActions(engine, client, 'Untitled study', async (problem) => void told.push(problem.code))
    actions.open(join(folder, 'None.emic'))
    await vi.waitFor(() => expect(told).toEqual(['project-missing']))
    chosen = join(folder, 'none', 'deeper', 'New.emic')
    actions.newProject()
    await vi.waitFor(() => expect(told).toHaveLength(2))
    chosen = null
    actions.openProject()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(told).toHaveLength(2)
  })
})
