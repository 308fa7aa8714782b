import { mkdirSync, mkdtempSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { findChromium, hasDisplay, type Machine } from './browsers.ts'
import { openerFor } from './openBrowser.ts'
import { openStamps } from './stamps.ts'

const machine = (platform: NodeJS.Platform, installed: string[], env: NodeJS.ProcessEnv = {}): Machine => ({
  platform,
  env,
  home: '/home/ann',
  asRoot: false,
  runs: (file) => installed.includes(file),
})
const url = 'http://127.0.0.1:1/?token=t'

describe('the browser that shows Emic', () => {
  it('is an app window where a Chromium is found: on the PATH, as a Mac bundle, among Windows’ programs', () => {
    expect(findChromium(machine('linux', ['/usr/bin/chromium'], { PATH: '/usr/local/bin:/usr/bin' }))).toBe('/usr/bin/chromium')
    const bundle = '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'
    expect(openerFor(url, machine('darwin', [bundle]))).toMatchObject({ kind: 'app-window', command: bundle, args: [`--app=${url}`] })
    const windows = machine('win32', [join('C:/Local', 'Google', 'Chrome', 'Application', 'chrome.exe')], { LOCALAPPDATA: 'C:/Local' })
    expect(openerFor(url, windows)?.kind).toBe('app-window')
  })

  it('runs without its sandbox only where it must: as root on Linux', () => {
    const linux = machine('linux', ['/usr/bin/chromium'], { PATH: '/usr/bin' })
    expect(openerFor(url, linux)?.args).toEqual([`--app=${url}`])
    expect(openerFor(url, { ...linux, asRoot: true })?.args).toEqual([`--app=${url}`, '--no-sandbox'])
  })

  it('is the default browser where there is none', () => {
    expect(openerFor(url, machine('darwin', []))).toMatchObject({ kind: 'default-browser', command: 'open' })
    expect(openerFor(url, machine('win32', []))).toMatchObject({ kind: 'default-browser', command: 'rundll32' })
    expect(openerFor(url, machine('linux', ['/usr/bin/xdg-open'], { PATH: '/usr/bin' }))).toMatchObject({ command: '/usr/bin/xdg-open' })
  })

  it('is nothing on a bare Linux, whose address is printed', () => {
    expect(openerFor(url, machine('linux', [], { PATH: '/usr/bin' }))).toBeNull()
    expect(hasDisplay(machine('linux', []))).toBe(false)
    expect(hasDisplay(machine('linux', [], { WAYLAND_DISPLAY: 'wayland-0' }))).toBe(true)
    expect(hasDisplay(machine('darwin', []))).toBe(true)
  })
})

describe('a second start', () => {
  let folder: string
  const stamps = () => openStamps(join(folder, 'dist', 'stamps.json'), folder)
  const isCurrent = () => stamps().isCurrent('page', ['source', 'config.json'], ['dist/page.js'])

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'emic-stamps-'))
    mkdirSync(join(folder, 'source', 'deep'), { recursive: true })
    mkdirSync(join(folder, 'dist'))
    writeFileSync(join(folder, 'source', 'deep', 'a.ts'), 'a')
    writeFileSync(join(folder, 'config.json'), '{}')
    writeFileSync(join(folder, 'dist', 'page.js'), 'built')
    stamps().note('page', ['source', 'config.json'])
  })

  it('builds nothing where nothing changed', () => {
    writeFileSync(join(folder, 'source', 'a.test.ts'), 'tests are not built')
    expect(isCurrent()).toBe(true)
  })

  it.each([
    ['a source is changed', () => writeFileSync(join(folder, 'source', 'deep', 'a.ts'), 'ab')],
    ['a source is saved anew', () => utimesSync(join(folder, 'source', 'deep', 'a.ts'), 1, 1)],
    ['a source is added', () => writeFileSync(join(folder, 'source', 'b.ts'), '')],
    ['the settings change', () => writeFileSync(join(folder, 'config.json'), '{ }')],
    ['there never was a build', () => writeFileSync(join(folder, 'dist', 'stamps.json'), '{}')],
  ])('builds where %s', (_, change) => {
    change()
    expect(isCurrent()).toBe(false)
  })
})
