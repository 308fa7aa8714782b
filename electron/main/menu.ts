import { app, type BaseWindow, BrowserWindow, type KeyboardEvent, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron'
import type { Words } from './words.ts'

export type MenuActions = { newProject(): void; openProject(): void; openSample(): void }

export function setupMenu(words: Words, actions: MenuActions): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, actions, process.platform, app.isPackaged)))
}

/**
 * The native menu. Undo and Redo are the study's, which the page keeps, and not only a text field's: see `journalKey`.
 * `installed` leaves out what only who works on Emic needs.
 */
export function menuTemplate(words: Words, actions: MenuActions, platform: NodeJS.Platform, installed: boolean): MenuItemConstructorOptions[] {
  const mac = platform === 'darwin'
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const appMenu: MenuItemConstructorOptions = {
    label: 'Emic',
    submenu: [
      { role: 'about', label: words.about },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      { role: 'quit', label: words.quit },
    ],
  }
  return [
    ...(mac ? [appMenu] : []),
    {
      label: words.file,
      submenu: [
        { label: words.newProject, accelerator: 'CmdOrCtrl+N', click: () => actions.newProject() },
        { label: words.openProject, accelerator: 'CmdOrCtrl+O', click: () => actions.openProject() },
        { label: words.openSample, click: () => actions.openSample() },
        separator,
        mac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        { label: words.undo, accelerator: 'CmdOrCtrl+Z', click: journalKey('undo', platform) },
        { label: words.redo, accelerator: 'CmdOrCtrl+Shift+Z', click: journalKey('redo', platform) },
        separator,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
      ],
    },
    {
      label: words.view,
      submenu: [
        { role: 'resetZoom', label: words.actualSize },
        { role: 'zoomIn', label: words.zoomIn },
        { role: 'zoomOut', label: words.zoomOut },
        separator,
        { role: 'togglefullscreen', label: words.fullScreen },
        ...(installed ? [] : [separator, { role: 'reload' } as const, { role: 'toggleDevTools' } as const]),
      ],
    },
    {
      label: words.window,
      submenu: [
        { role: 'minimize', label: words.minimize },
        { role: 'close', label: words.close },
      ],
    },
  ]
}

/**
 * Electron gives a key to the page first and to the menu only if the page left it. So a menu item that was set off by its key means that the
 * page did not want it, as in a native text field, whose own undo is meant. Set off by the pointer, the page has not heard of it yet: it is
 * told by the same key, and decides as it would for the keyboard.
 */
function journalKey(which: 'undo' | 'redo', platform: NodeJS.Platform) {
  return (_: unknown, window: BaseWindow | undefined, { triggeredByAccelerator }: KeyboardEvent): void => {
    if (!(window instanceof BrowserWindow)) return
    const { webContents } = window
    if (!triggeredByAccelerator) pressJournalKey(webContents, which, platform)
    else if (which === 'undo') webContents.undo()
    else webContents.redo()
  }
}

function pressJournalKey(contents: WebContents, which: 'undo' | 'redo', platform: NodeJS.Platform): void {
  const command = platform === 'darwin' ? 'meta' : 'control'
  const modifiers: ('meta' | 'control' | 'shift')[] = which === 'redo' ? [command, 'shift'] : [command]
  contents.sendInputEvent({ type: 'keyDown', keyCode: 'Z', modifiers })
  contents.sendInputEvent({ type: 'keyUp', keyCode: 'Z', modifiers })
}
