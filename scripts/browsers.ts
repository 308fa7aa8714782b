import { accessSync, constants } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'

export type Machine = {
  platform: NodeJS.Platform
  env: NodeJS.ProcessEnv
  home: string
  asRoot: boolean
  /** Whether a program that can be run lies there. */
  runs(file: string): boolean
}

export const thisMachine: Machine = { platform: process.platform, env: process.env, home: homedir(), asRoot: process.getuid?.() === 0, runs: canRun }

const namesOnPath = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
  'brave-browser',
  'vivaldi-stable',
]
const macBundles = ['Google Chrome', 'Microsoft Edge', 'Chromium', 'Brave Browser', 'Vivaldi']
const windowsFiles = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
  ['Vivaldi', 'Application', 'vivaldi.exe'],
]

/** A browser of the Chromium family, which can show a page as an app window; null where none is found. EMIC_BROWSER names one. */
export function findChromium(machine: Machine = thisMachine): string | null {
  const { env } = machine
  if (env.EMIC_BROWSER) return env.EMIC_BROWSER
  return candidates(machine).find((file) => machine.runs(file)) ?? null
}

/** Whether a window can be shown at all. */
export function hasDisplay({ platform, env }: Machine = thisMachine): boolean {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** Chromium, and Electron with it, refuses to run as root inside its sandbox, which is how containers run it. */
export function sandboxFlags({ platform, asRoot }: Machine = thisMachine): string[] {
  return platform === 'linux' && asRoot ? ['--no-sandbox'] : []
}

/** The program of that name on the PATH, or null. */
export function onPath(name: string, { env, runs }: Machine = thisMachine): string | null {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find(runs) ?? null
}

function candidates(machine: Machine): string[] {
  const { platform, env, home } = machine
  if (platform === 'darwin') {
    const bundles = macBundles.map((name) => join(`${name}.app`, 'Contents', 'MacOS', name))
    return bundles.flatMap((bundle) => [join('/Applications', bundle), join(home, 'Applications', bundle)])
  }
  if (platform === 'win32') {
    const places = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter((place) => place !== undefined)
    return windowsFiles.flatMap((file) => places.map((place) => join(place, ...file)))
  }
  return namesOnPath.map((name) => onPath(name, machine)).filter((file) => file !== null)
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
