import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { cleanName } from '#shared/model/names.ts'
import type { Migration } from '../storage/migrate.ts'
import { createDatabase, openDatabase } from '../storage/open.ts'
import { openProject, type Project } from '../storage/project.ts'
import { projectQueries } from './queries.ts'

export const projectEnding = '.emic'

/** Makes a new project file and opens it. Refuses with project-exists, folder-read-only or disk-full; then nothing is left behind. */
export function createProjectFile(file: string, name: string, migrations: Migration[]): Project {
  const clean = cleanName(name)
  const db = createDatabase(file, migrations, (fresh) =>
    projectQueries(fresh).insert.run({ id: randomUUID(), name: clean, at: new Date().toISOString() }),
  )
  return openProject(db, file)
}

/** Opens a project file; refuses as `openDatabase` says. */
export function openProjectFile(file: string, migrations: Migration[]): Project {
  return openProject(openDatabase(file, migrations), file)
}

/** What a name may be called on Windows, macOS and Linux alike, without an ending. */
export function fileNameFor(name: string): string {
  const plain = cleanName(name)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[\s.]+|[\s.]+$/gu, '')
  const short = shortenTo(plain, 180)
  if (short === '') return 'Project'
  return /^(con|prn|aux|nul|com\d|lpt\d)$/iu.test(short) ? `${short} project` : short
}

/** The path itself with the project's ending, or with " 2", " 3" … where a file of that name is there: nothing is ever overwritten. */
export function freePath(file: string): string {
  const folder = dirname(file)
  const stem = basename(file).replace(/\.emic$/iu, '')
  for (let number = 1; ; number++) {
    const path = join(folder, `${stem}${number === 1 ? '' : ` ${number}`}${projectEnding}`)
    if (!existsSync(path)) return path
  }
}

/** File systems count bytes: at most `bytes` of UTF-8, whole characters. */
function shortenTo(name: string, bytes: number): string {
  let short = ''
  let length = 0
  for (const character of name) {
    length += Buffer.byteLength(character)
    if (length > bytes) break
    short += character
  }
  return short.trim()
}
