import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { KnownProject } from '#shared/contract/projects.ts'
import type { Host } from '../session.ts'
import { projectEnding } from './files.ts'
import { readStored, writeStored } from './store.ts'

const storeName = 'recent.json'
const mostKept = 50

const remembered = z.array(z.object({ file: z.string(), name: z.string(), openedAt: z.string() }))
type Remembered = z.infer<typeof remembered>

/** What stands for a path on the page. */
export function keyOf(file: string): string {
  return createHash('sha256').update(file).digest('hex').slice(0, 32)
}

/** Projects that were opened, last one first; then those that lie in the projects folder and never were. */
export function knownProjects(host: Host): KnownProject[] {
  const recent = recall(host).map((entry) => ({ ...entry, key: keyOf(entry.file), missing: !existsSync(entry.file) }))
  const files = new Set(recent.map((entry) => entry.file))
  const others = filesIn(host.projectsFolder)
    .filter((file) => !files.has(file))
    .map((file) => ({ key: keyOf(file), file, name: basename(file, projectEnding), openedAt: null, missing: false }))
  return [...recent, ...others]
}

export function rememberProject(host: Host, file: string, name: string): void {
  const others = recall(host).filter((entry) => entry.file !== file)
  writeStored(host.dataFolder, storeName, [{ file, name, openedAt: new Date().toISOString() }, ...others].slice(0, mostKept))
}

/** The file itself stays where it is. */
export function forgetProject(host: Host, key: string): void {
  const entries = recall(host)
  const left = entries.filter((entry) => keyOf(entry.file) !== key)
  if (left.length < entries.length) writeStored(host.dataFolder, storeName, left)
}

function recall(host: Host): Remembered {
  return readStored(host.dataFolder, storeName, remembered, [])
}

function filesIn(folder: string | null): string[] {
  if (folder === null || !existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith(projectEnding) && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name))
}
