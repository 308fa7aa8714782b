import { app, type BrowserWindow } from 'electron'
import { projectIn } from './openFile.ts'

/** Whether this is the only Emic. A second start brings the first one's window to the front, hands it the project that it names, and ends. */
export function becomeOnlyInstance(ownWindow: () => BrowserWindow | null, open: (file: string) => void): boolean {
  if (!app.requestSingleInstanceLock()) return false
  app.on('second-instance', (_, args, folder) => {
    const window = ownWindow()
    if (window?.isMinimized()) window.restore()
    window?.focus()
    const file = projectIn(args, folder)
    if (file !== null) open(file)
  })
  return true
}
