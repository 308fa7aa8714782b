import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { engineClient } from '#electron/shell/engineClient.ts'
import { dataFolder, delivered, projectsFolder, rendererFolder, userName } from '#electron/shell/places.ts'
import { type EngineWorker, startEngineWorker } from '#engine/start.ts'
import { type LoopbackHost, startHost } from './host.ts'

export type ServeOptions = {
  /** A project file to open. */
  file?: string | undefined
  /** Opens the sample study; not with `file`. */
  sample?: boolean | undefined
  /** 0 or nothing: the system chooses. */
  port?: number | undefined
  /** Where preferences and recent projects lie; default: where the desktop app has them. */
  dataFolder?: string | undefined
  /** Where new projects go. */
  projectsFolder?: string | undefined
  userName?: string | undefined
  /** The built page. */
  rendererFolder?: string | undefined
  /** Faults that nobody foresaw; default: to stderr. */
  onReport?: ((message: string, where: string) => void) | undefined
}

/** `url` carries the token, to be opened by who may; `close` closes the project and ends everything, which a closed page does not. */
export type Served = LoopbackHost

/**
 * The app for a browser on this machine: the built page and a socket to one engine, on 127.0.0.1 only.
 * Refuses with the engine's Problem where the project cannot be opened, with the system's error where the port is taken, and where the page
 * was not built.
 */
export async function serve(options: ServeOptions = {}): Promise<Served> {
  const report = options.onReport ?? reportToTerminal
  const page = options.rendererFolder ?? rendererFolder
  if (!existsSync(join(page, 'index.html'))) throw new Error('the page is not built yet: npm run build makes it')
  const engine = startEngineWorker({
    ...delivered(),
    kind: 'browser',
    projectsFolder: options.projectsFolder ?? projectsFolder(),
    dataFolder: options.dataFolder ?? dataFolder(),
    userName: options.userName ?? userName(),
    onReport: report,
    onCrash: (error) => report(error.stack ?? error.message, 'engine'),
  })
  try {
    if (options.file !== undefined) await engine.openFile(options.file)
    else if (options.sample) await openSample(engine)
    return closingWith(engine, await startHost(page, options.port ?? 0, engine.connect))
  } catch (error) {
    await engine.close()
    throw error
  }
}

function closingWith(engine: EngineWorker, host: LoopbackHost): Served {
  let closing: Promise<void> | null = null
  const close = async () => {
    await Promise.all([host.close(), engine.close()])
  }
  return { ...host, close: () => (closing ??= close()) }
}

async function openSample(engine: EngineWorker): Promise<void> {
  const { client, close } = engineClient(engine.connect)
  try {
    await client.projects.openSample({ restart: false })
  } finally {
    close()
  }
}

function reportToTerminal(message: string, where: string): void {
  process.stderr.write(`emic: unexpected in ${where}: ${message}\n`)
}
