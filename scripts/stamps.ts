import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/**
 * Whether something built is still made of the files that lie there. A stamp is the digest of every input's name, size and time of change:
 * without reading a file, a second start is instant.
 */
export type Stamps = {
  isCurrent(name: string, inputs: string[], outputs: string[]): boolean
  note(name: string, inputs: string[]): void
}

export function openStamps(file: string, folder: string): Stamps {
  const stamps: Record<string, string> = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>) : {}
  return {
    isCurrent: (name, inputs, outputs) => outputs.every((output) => existsSync(join(folder, output))) && stamps[name] === stampOf(folder, inputs),
    note(name, inputs) {
      stamps[name] = stampOf(folder, inputs)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, `${JSON.stringify(stamps, null, 2)}\n`)
    },
  }
}

/** `inputs` are files and folders, relative to `folder`; tests within them are not counted. */
export function stampOf(folder: string, inputs: string[]): string {
  const digest = createHash('sha256')
  for (const file of inputs.flatMap((input) => filesIn(folder, input)).sort()) {
    const { size, mtimeMs } = statSync(join(folder, file))
    digest.update(`${file}\0${size}\0${mtimeMs}\n`)
  }
  return digest.digest('base64url')
}

function filesIn(folder: string, input: string): string[] {
  const path = join(folder, input)
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [input]
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
}
