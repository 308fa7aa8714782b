import type { MenuItemConstructorOptions } from 'electron'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type MenuActions, menuTemplate, setupMenu } from './menu.ts'
import * as electron from './testing/electron.ts'
import { wordsFor } from './words.ts'

vi.mock('electron', () => import('./testing/electron.ts'))

const done: string[] = []
const actions: MenuActions = {
  newProject: () => void done.push('new'),
  openProject: () => void done.push('open'),
  openSample: () => void done.push('sample'),
}

beforeEach(() => {
  electron.restart()
  done.length = 0
})

const items = (template: MenuItemConstructorOptions[]) => template.flatMap((menu) => menu.submenu as MenuItemConstructorOptions[])
const labels = (template: MenuItemConstructorOptions[]) =>
  [...template, ...items(template)].map((item) => item.label).filter((label) => label !== undefined)

function click(label: string, { byKey, platform = 'linux' }: { byKey: boolean; platform?: NodeJS.Platform }): electron.WebContents {
  const window = new electron.BrowserWindow()
  const item = items(menuTemplate(wordsFor('en'), actions, platform, true)).find((one) => one.label === label)!
  const run = item.click as unknown as (item: unknown, window: electron.BrowserWindow, event: { triggeredByAccelerator: boolean }) => void
  run(item, window, { triggeredByAccelerator: byKey })
  return window.webContents
}

describe('Undo and Redo in the menu', () => {
  it('chosen with the pointer reach the page as the keys it knows', () => {
    expect(click('Undo', { byKey: false }).keys).toEqual([
      { type: 'keyDown', keyCode: 'Z', modifiers: ['control'] },
      { type: 'keyUp', keyCode: 'Z', modifiers: ['control'] },
    ])
    expect(click('Redo', { byKey: false, platform: 'darwin' }).keys[0]).toEqual({ type: 'keyDown', keyCode: 'Z', modifiers: ['meta', 'shift'] })
  })

  it('by a key that the page left alone are the text field’s own', () => {
    const undone = click('Undo', { byKey: true })
    expect([undone.keys, undone.fieldEdits]).toEqual([[], ['undo']])
    expect(click('Redo', { byKey: true }).fieldEdits).toEqual(['redo'])
  })
})

describe('the menu', () => {
  it('speaks the system’s language throughout', () => {
    const english = labels(menuTemplate(wordsFor('en-GB'), actions, 'darwin', true))
    const chinese = labels(menuTemplate(wordsFor('zh-Hans-CN'), actions, 'darwin', true))
    expect(chinese).toHaveLength(english.length)
    expect(chinese.filter((label) => label !== 'Emic' && !/\p{Script=Han}/u.test(label))).toEqual([])
    expect(wordsFor('de')).toBe(wordsFor('en'))
    expect(wordsFor('zhuang')).toBe(wordsFor('en'))
  })

  it('makes, opens and shows projects', () => {
    for (const label of ['New Project…', 'Open Project…', 'Open Sample Study']) click(label, { byKey: true })
    expect(done).toEqual(['new', 'open', 'sample'])
  })

  it('names every role, and has the inspector only for who works on Emic', () => {
    setupMenu(wordsFor('en'), actions)
    expect(items(electron.told.menu!).filter((item) => item.type !== 'separator' && !item.label)).toEqual([])
    const roles = (installed: boolean) => items(menuTemplate(wordsFor('en'), actions, 'linux', installed)).map((item) => item.role)
    expect(roles(true)).not.toContain('toggleDevTools')
    expect(roles(false)).toContain('toggleDevTools')
  })
})
