import { app } from 'electron'
import { dataFolder, root } from '#electron/shell/places.ts'
import { setupNavigation } from './navigation.ts'
import { silenceBrowser } from './network.ts'
import { collectOpenedFiles } from './openFile.ts'
import { registerPageScheme } from './protocol.ts'
import { runApp } from './runApp.ts'
import { becomeOnlyInstance } from './singleInstance.ts'
import { currentWindow } from './window.ts'

/** What must be settled before Electron is ready, in its order. */

app.setPath('userData', dataFolder())
registerPageScheme()
silenceBrowser()
setupNavigation()

const opened = collectOpenedFiles(process.argv.slice(1), process.cwd())
if (becomeOnlyInstance(currentWindow, opened.take)) void app.whenReady().then(() => runApp(root, opened, process.argv.includes('--sample')))
else app.quit()
