import { existsSync, readFileSync } from 'node:fs'
import { homedir, userInfo } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const fromSource = import.meta.url.endsWith('.ts')

/** The folder with package.json, migrations/, samples/ and dist/: two up from this source as from a bundle in dist/NAME/. */
export const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

export const rendererFolder = join(root, 'dist', 'renderer')

/** What the engine's worker is given, whoever starts it. From the source it finds its own file. */
export function delivered() {
  return {
    version: version(),
    migrationsFolder: join(root, 'migrations'),
    sampleFolder: join(root, 'samples', 'equity'),
    workerFile: fromSource ? undefined : new URL('../engine/worker.js', import.meta.url),
  }
}

export function version(): string {
  return (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }).version
}

type Machine = { platform: NodeJS.Platform; env: NodeJS.ProcessEnv; home: string }

const thisMachine = (): Machine => ({ platform: process.platform, env: process.env, home: homedir() })

/** Where recent projects and preferences lie, the same for the desktop app and the browser; EMIC_DATA moves it. */
export function dataFolder({ platform, env, home }: Machine = thisMachine()): string {
  if (env.EMIC_DATA) return env.EMIC_DATA
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Emic')
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'Emic')
  return join(env.XDG_CONFIG_HOME || join(home, '.config'), 'Emic')
}

/** Where a browser's new projects go, since no dialog asks; EMIC_PROJECTS moves it. */
export function projectsFolder({ env, home }: Machine = thisMachine()): string {
  if (env.EMIC_PROJECTS) return env.EMIC_PROJECTS
  const documents = join(home, 'Documents')
  return join(existsSync(documents) ? documents : home, 'Emic')
}

/** Who acts in a project unless a coder is named. */
export function userName(): string {
  try {
    return userInfo().username || 'Coder'
  } catch {
    // A container may run under a number that no account has.
    return 'Coder'
  }
}
