import { extname, join } from 'node:path'
import { app, type Session, session } from 'electron'

/** Exports leave the page as downloads of its own data: each asks where in a native dialog, and a dialog that is closed saves nothing. */
export function setupDownloads(own: Session = session.defaultSession): void {
  own.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:app://emic/')) return event.preventDefault()
    const name = item.getFilename()
    const ending = extname(name).slice(1)
    item.setSaveDialogOptions({
      defaultPath: join(app.getPath('documents'), name),
      filters: ending ? [{ name: ending.toUpperCase(), extensions: [ending] }] : [],
    })
  })
}
