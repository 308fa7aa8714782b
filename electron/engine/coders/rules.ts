import { cleanName } from '#shared/model/names.ts'
import { paletteColor } from '#shared/model/palette.ts'
import { Problem } from '#shared/model/problem.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { coderQueries } from './queries.ts'

/** The coder of that name, added if the project does not know them yet. Joining is no change of the study: it cannot be undone. */
export function ensureCoder(project: Project, name: string): string {
  const coders = project.use(coderQueries)
  const clean = cleanName(name)
  const known = coders.byName.get(clean)
  if (known) return known.id
  const id = newId()
  project.write(() => coders.insert.run({ id, name: clean, color: paletteColor(coders.count.get()!.n), at: new Date().toISOString() }))
  return id
}

export function knowsCoder(project: Project, id: string): boolean {
  return project.use(coderQueries).exists.get(id) !== undefined
}

export function createCoder(project: Project, name: string): string {
  const clean = cleanName(name)
  if (project.use(coderQueries).byName.get(clean)) throw new Problem('name-taken', { name: clean })
  return ensureCoder(project, clean)
}

export function renameCoder(project: Project, actor: string, id: string, name: string): void {
  const coders = project.use(coderQueries)
  const before = coders.byId.get(id)
  if (!before) throw new Problem('not-found', { what: 'coder', id })
  const clean = cleanName(name)
  const taken = coders.byName.get(clean)
  if (taken && taken.id !== id) throw new Problem('name-taken', { name: clean })
  project.change({ kind: 'coder.rename', params: { from: before.name, to: clean }, coderId: actor }, () => coders.rename.run({ id, name: clean }))
}
