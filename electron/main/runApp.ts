import { join } from 'node:path'
import { app, dialog, screen } from 'electron'
import { engineClient } from '#electron/shell/engineClient.ts'
import { delivered, rendererFolder, userName } from '#electron/shell/places.ts'
import { type EngineWorker, startEngineWorker } from '#engine/start.ts'
import { answerWithDialogs, showProblem } from './dialogs.ts'
import { setupDownloads } from './downloads.ts'
import { type Log, openLog } from './log.ts'
import { setupMenu } from './menu.ts'
import { setupNoNetwork } from './network.ts'
import type { OpenedFiles } from './openFile.ts'
import { setupPermissions } from './permissions.ts'
import { projectActions } from './projectActions.ts'
import { setupPageProtocol } from './protocol.ts'
import { setupRelay } from './relay.ts'
import { currentWindow, openWindow } from './window.ts'
import { readWindowState } from './windowState.ts'
import { type Words, wordsFor } from './words.ts'

/** Brings up the app once Electron is ready: the engine first, since it takes longest, then the rules, then the window. */
export function runApp(root: string, opened: OpenedFiles, sample: boolean): void {
  const folder = app.getPath('userData')
  const log = openLog(folder)
  const words = wordsFor(app.getLocale())
  const engine = startEngine(folder, words, log)
  const actions = projectActions(engine, engineClient(engine.connect).client, words.untitled, (problem) =>
    showProblem(words, currentWindow(), problem),
  )

  setupNoNetwork()
  setupPermissions()
  setupDownloads()
  setupPageProtocol(rendererFolder)
  setupRelay(currentWindow, engine.connect)
  setupMenu(words, actions)
  setupEnd(engine)

  const stateFile = join(folder, 'window.json')
  const preload = join(root, 'dist', 'preload', 'preload.cjs')
  const show = () => {
    const workAreas = screen.getAllDisplays().map((display) => display.workArea)
    openWindow(readWindowState(stateFile, workAreas), stateFile, preload, (reason) => log(reason, 'page'))
  }
  show()
  app.on('activate', () => {
    if (!currentWindow()) show()
  })
  opened.forward(actions.open)
  if (sample) actions.openSample()
}

function startEngine(folder: string, words: Words, log: Log): EngineWorker {
  return startEngineWorker({
    ...delivered(),
    kind: 'desktop',
    dataFolder: folder,
    projectsFolder: null,
    userName: userName(),
    onHostRequest: answerWithDialogs(words, currentWindow),
    onReport: log,
    onCrash(error) {
      log(error.stack ?? error.message, 'engine')
      dialog.showErrorBox(words.engineStopped, `${words.engineStoppedDetail} ${join(folder, 'emic.log')}`)
      app.exit(1)
    },
  })
}

/** The app ends when the project is closed, and not before; also when the terminal that started it says so. */
function setupEnd(engine: EngineWorker): void {
  let closed = false
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void engine.close().then(() => {
      closed = true
      app.quit()
    })
  })
  process.on('SIGINT', () => app.quit()).on('SIGTERM', () => app.quit())
}
