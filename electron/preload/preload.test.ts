import { EventEmitter } from 'node:events'
import { beforeEach, expect, it, vi } from 'vitest'

const ipcRenderer = Object.assign(new EventEmitter(), { send: vi.fn() })
const newPage = () => Object.assign(new EventTarget(), { postMessage: vi.fn() })
let page = newPage()

vi.mock('electron', () => ({ ipcRenderer }))

beforeEach(async () => {
  vi.resetModules()
  ipcRenderer.removeAllListeners()
  ipcRenderer.send.mockClear()
  page = newPage()
  vi.stubGlobal('window', page)
  vi.stubGlobal('location', { origin: 'app://emic' })
  await import('./preload.ts')
})

const say = (data: unknown, source: unknown = page, origin = 'app://emic') =>
  page.dispatchEvent(Object.assign(new Event('message'), { data, source, origin }))

it('exposes nothing to the page: no name appears in its world, and no bridge is used', () => {
  expect(Object.keys(page)).toEqual(['postMessage'])
  expect(ipcRenderer.eventNames()).toEqual(['emic:port'])
})

it('asks the shell for the engine when the page does, and for nothing else', () => {
  say('emic:other')
  say({ type: 'emic:connect' })
  say('emic:connect', {})
  say('emic:connect', null)
  say('emic:connect', page, 'https://example.org')
  expect(ipcRenderer.send).not.toHaveBeenCalled()
  say('emic:connect')
  expect(ipcRenderer.send.mock.calls).toEqual([['emic:connect']])
})

it('hands the page the port, and to no other origin', () => {
  const port = { name: 'port' }
  ipcRenderer.emit('emic:port', { ports: [port] })
  expect(page.postMessage.mock.calls).toEqual([['emic:port', 'app://emic', [port]]])
})
