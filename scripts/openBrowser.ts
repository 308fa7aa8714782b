import { spawn } from 'node:child_process'
import { findChromium, type Machine, onPath, sandboxFlags, thisMachine } from './browsers.ts'

export type Opener = { kind: 'app-window' | 'default-browser'; command: string; args: string[] }

/** How this machine shows an address: as an app window where it can, otherwise in the default browser; null where there is nothing to open it. */
export function openerFor(url: string, machine: Machine = thisMachine): Opener | null {
  const chromium = findChromium(machine)
  if (chromium) return { kind: 'app-window', command: chromium, args: [`--app=${url}`, ...sandboxFlags(machine)] }
  if (machine.platform === 'darwin') return { kind: 'default-browser', command: 'open', args: [url] }
  if (machine.platform === 'win32') return { kind: 'default-browser', command: 'rundll32', args: ['url.dll,FileProtocolHandler', url] }
  const opener = onPath('xdg-open', machine)
  return opener ? { kind: 'default-browser', command: opener, args: [url] } : null
}

/** Starts the opener and lets it go; false where it could not be started. */
export function startOpener({ command, args }: Opener): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { detached: true, stdio: 'ignore' })
    child.once('error', () => resolve(false))
    child.once('spawn', () => {
      child.unref()
      resolve(true)
    })
  })
}
