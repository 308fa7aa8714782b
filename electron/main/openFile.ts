import { extname, isAbsolute, resolve } from 'node:path'
import { app } from 'electron'

/** The project that a command line names, absolute; null where it names none. Switches of Electron and Chromium are passed over. */
export function projectIn(args: readonly string[], folder: string): string | null {
  const named = args.findLast((arg) => !arg.startsWith('-') && extname(arg).toLowerCase() === '.emic')
  if (named === undefined) return null
  return isAbsolute(named) ? named : resolve(folder, named)
}

export type OpenedFiles = {
  /** Tells `open` every project that is opened from now on, and the one that was opened before. */
  forward(open: (file: string) => void): void
  /** A project that another way in names, such as a second start. */
  take(file: string): void
}

/** Projects opened by double click: as an argument on Linux and Windows, as an event on macOS, where it may come before the app is ready. */
export function collectOpenedFiles(args: readonly string[], folder: string): OpenedFiles {
  let waiting = projectIn(args, folder)
  let open: ((file: string) => void) | null = null
  const take = (file: string) => {
    if (open) open(file)
    else waiting = file
  }
  app.on('open-file', (event, file) => {
    event.preventDefault()
    take(file)
  })
  return {
    take,
    forward(to) {
      open = to
      if (waiting !== null) to(waiting)
      waiting = null
    },
  }
}
