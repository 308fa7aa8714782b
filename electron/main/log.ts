import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const largest = 1024 * 1024

export type Log = (message: string, where: string) => void

/** A log of faults beside the preferences, one old file kept. A fault in writing it must not become the next fault. */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, 'emic.log')
  return (message, where) => {
    const line = `${now().toISOString()} ${where}: ${message}\n`
    process.stderr.write(line)
    try {
      mkdirSync(folder, { recursive: true })
      if (sizeOf(file) > largest) renameSync(file, `${file}.1`)
      appendFileSync(file, line)
    } catch (error) {
      process.stderr.write(`the log cannot be written: ${String(error)}\n`)
    }
  }
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
