import { app, type WebContents } from 'electron'
import { isOwnAddress } from './protocol.ts'

/** No window ever shows anything but the app's own page: no links, no dropped files, no new windows, no embedded views. */
export function setupNavigation(): void {
  app.on('web-contents-created', (_, contents) => confine(contents))
}

function confine(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-navigate', (event) => {
    if (!isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !isOwnAddress(event.url)) event.preventDefault()
  })
  contents.on('will-redirect', (event) => event.preventDefault())
}
