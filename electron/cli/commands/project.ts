import { rmSync } from 'node:fs'
import { basename } from 'node:path'
import { userName } from '#electron/shell/places.ts'
import { ensureCoder } from '#engine/coders/rules.ts'
import { createProjectFile, projectEnding } from '#engine/projects/files.ts'
import { cleanName } from '#shared/model/names.ts'
import { pathOf, reading, resources } from '../opening.ts'
import { listOf, print, tableOf } from '../output.ts'
import { Failed } from '../refusals.ts'

type Json = { json?: true }

export async function newProject(path: string, options: Json & { name?: string; sample?: true; coder?: string }): Promise<void> {
  const file = pathOf(path.toLowerCase().endsWith(projectEnding) ? path : `${path}${projectEnding}`)
  const fallback = options.sample ? 'Equity and inclusion in public services' : basename(file).slice(0, -projectEnding.length)
  const { migrations, sampleFolder } = resources()
  const name = options.name ?? fallback
  const project = createProjectFile(file, name, migrations)
  try {
    // The sample brings its own coders along; whoever makes a study of their own is its first.
    if (options.sample) await (await import('#engine/sample/load.ts')).loadSample(project, sampleFolder)
    if (!options.sample || options.coder !== undefined) ensureCoder(project, options.coder ?? userName())
    project.close()
  } catch (error) {
    project.close()
    rmSync(file, { force: true })
    throw error
  }
  print(options, { name: cleanName(name), file }, (made) => `${made.file}: ${made.name}`)
}

export async function info(file: string, options: Json): Promise<void> {
  const { name, schema, documents, characters, turns, codes, codings, coders, cases, variables, memos, themes } = await reading(
    file,
    async ({ client }) => (await client.projects.current())!,
  )
  const counts = { name, schema, documents, characters, turns, codes, codings, coders, cases, variables, memos, themes }
  print(options, counts, () => listOf(Object.entries(counts)))
}

export async function check(file: string, options: Json): Promise<void> {
  const found = await reading(file, ({ client }) => client.projects.check())
  print(options, found, ({ ok, faults }) =>
    ok
      ? 'nothing is wrong'
      : tableOf(
          ['kind', 'where', 'message'],
          faults.map(({ kind, where, message }) => [kind, where, message]),
        ),
  )
  if (!found.ok) throw new Failed()
}
