import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserWindow as RealWindow } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import * as electron from './testing/electron.ts'
import { currentWindow, openWindow, windowOptions } from './window.ts'
import { readWindowState } from './windowState.ts'

vi.mock('electron', () => import('./testing/electron.ts'))

const screenArea = { x: 0, y: 0, width: 1920, height: 1040 }
let file: string

beforeEach(() => {
  electron.restart()
  file = join(mkdtempSync(join(tmpdir(), 'emic-window-')), 'data', 'window.json')
})

const asStandIn = (window: RealWindow) => window as unknown as electron.BrowserWindow
const open = (onGone: (reason: string) => void = () => {}) =>
  asStandIn(openWindow(readWindowState(file, [screenArea]), file, '/app/preload.cjs', onGone))

describe('the window', () => {
  it('shuts the page in: own world, sandbox, no Node, no views within, nothing fetched for spelling', () => {
    const { webPreferences } = windowOptions({ bounds: { width: 1, height: 1 }, maximized: false }, false, '/app/preload.cjs')
    expect(webPreferences).toEqual({
      preload: '/app/preload.cjs',
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
    })
  })

  it('comes up only when there is something to see, on the paper of the theme', () => {
    electron.given.dark = true
    const window = open()
    expect(window.options).toMatchObject({ show: false, backgroundColor: '#16181b', minWidth: 880, minHeight: 560 })
    expect(window.did).toEqual(['load app://emic/'])
    window.emit('ready-to-show')
    expect(window.did).toEqual(['load app://emic/', 'show'])
  })

  it('loads the page again when its process died, and says why', () => {
    const reasons: string[] = []
    const window = open((reason) => reasons.push(reason))
    window.webContents.emit('render-process-gone', {}, { reason: 'oom' })
    window.webContents.emit('render-process-gone', {}, { reason: 'clean-exit' })
    expect(reasons).toEqual(['oom'])
    expect(window.webContents.reloads).toBe(1)
  })

  it('is the current one until it is closed', () => {
    const window = open()
    expect(currentWindow()).toBe(window)
    window.emit('closed')
    expect(currentWindow()).toBeNull()
  })
})

describe('where the window was', () => {
  it('is found again at the next start', () => {
    const window = open()
    window.bounds = { x: 200, y: 100, width: 1200, height: 800 }
    window.emit('close')
    expect(readWindowState(file, [screenArea])).toEqual({ bounds: { x: 200, y: 100, width: 1200, height: 800 }, maximized: false })
    expect(open().options).toMatchObject({ x: 200, y: 100, width: 1200, height: 800 })
  })

  it.each([
    ['to the right of every screen', { x: 2500, y: 100 }],
    ['with its title bar above the screen', { x: 100, y: -400 }],
    ['below the screen', { x: 100, y: 1030 }],
  ])('is given up %s, its size kept', (_, place) => {
    const window = open()
    window.bounds = { ...place, width: 1200, height: 800 }
    window.emit('close')
    expect(readWindowState(file, [screenArea]).bounds).toEqual({ width: 1200, height: 800 })
    expect(readWindowState(file, [screenArea, { x: 1920, y: -500, width: 1920, height: 1600 }]).bounds).toHaveProperty('width', 1200)
  })

  it('is as on the first day where its file is damaged', () => {
    open().emit('close')
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 9))
    expect(readWindowState(file, [screenArea])).toEqual({ bounds: { width: 1360, height: 880 }, maximized: false })
  })
})
