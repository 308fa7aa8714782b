import { BrowserWindow, type BrowserWindowConstructorOptions, nativeTheme } from 'electron'
import { pageAddress } from './protocol.ts'
import { rememberWindowState, type WindowState } from './windowState.ts'

/** The page's own paper in each theme, so that no white flashes before it is drawn. */
const paper = { light: '#fcfaf7', dark: '#16181b' }

let current: BrowserWindow | null = null

/** The app's one window; null on a Mac while none is open. */
export function currentWindow(): BrowserWindow | null {
  return current
}

export function windowOptions(state: WindowState, dark: boolean, preload: string): BrowserWindowConstructorOptions {
  return {
    ...state.bounds,
    minWidth: 880,
    minHeight: 560,
    show: false,
    title: 'Emic',
    backgroundColor: dark ? paper.dark : paper.light,
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // Its dictionaries would come from the network.
      spellcheck: false,
    },
  }
}

/** Opens the window where it was and shows it when there is something to see. `onGone` hears why the page's process died; the page comes again. */
export function openWindow(state: WindowState, stateFile: string, preload: string, onGone: (reason: string) => void): BrowserWindow {
  const window = new BrowserWindow(windowOptions(state, nativeTheme.shouldUseDarkColors, preload))
  window.once('ready-to-show', () => {
    if (state.maximized) window.maximize()
    window.show()
  })
  window.webContents.on('render-process-gone', (_, { reason }) => {
    if (reason === 'clean-exit') return
    onGone(reason)
    window.webContents.reload()
  })
  rememberWindowState(window, stateFile)
  current = window
  window.on('closed', () => {
    current = null
  })
  void window.loadURL(pageAddress)
  return window
}
