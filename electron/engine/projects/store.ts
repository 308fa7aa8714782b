import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ZodType } from 'zod'

/** A small JSON file beside the projects: what the host remembers. A damaged or missing one counts as empty, never as an error. */
export function readStored<T>(folder: string, name: string, schema: ZodType<T>, otherwise: T): T {
  try {
    const parsed = schema.safeParse(JSON.parse(readFileSync(join(folder, name), 'utf8')))
    return parsed.success ? parsed.data : otherwise
  } catch (error) {
    if (error instanceof SyntaxError || (error instanceof Error && 'code' in error)) return otherwise
    throw error
  }
}

/** Written beside and renamed, so that a crash leaves the old file or the new one. */
export function writeStored(folder: string, name: string, value: unknown): void {
  mkdirSync(folder, { recursive: true })
  const path = join(folder, name)
  const beside = `${path}.${process.pid}.new`
  writeFileSync(beside, `${JSON.stringify(value, null, 2)}\n`)
  renameSync(beside, path)
}
