import type { Theme } from '#shared/contract/themes.ts'
import { cleanName } from '#shared/model/names.ts'
import { Problem } from '#shared/model/problem.ts'
import { placesFor } from '../codebook/order.ts'
import { assertNameFree, leastUsedColor, named, requireCode } from '../codebook/rules.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { coverageOf } from './coverage.ts'
import { type ThemeRow, themeQueries } from './queries.ts'

/** All themes in their order, with what they cover. */
export function listThemes(project: Project): Theme[] {
  const queries = project.use(themeQueries)
  const codes = Map.groupBy(queries.codes.all(), (place) => place.themeId)
  const themes = queries.all.all().map((row) => ({ ...row, codeIds: (codes.get(row.id) ?? []).map((place) => place.codeId) }))
  const coverage = coverageOf(project, themes)
  return themes.map((theme) => ({ ...theme, ...coverage.get(theme.id)! }))
}

export function themeById(project: Project, id: string): Theme {
  const row = requireTheme(project, id)
  const codeIds = codeIdsOf(project, id)
  return { ...row, codeIds, ...coverageOf(project, [{ id, codeIds }]).get(id)! }
}

/** Adds a theme behind the others and returns its id. Two themes never have one name. */
export function createTheme(project: Project, actor: string, theme: { name: string; claim: string; codeIds: readonly string[] }): string {
  const themes = project.use(themeQueries)
  const others = themes.all.all()
  const name = cleanName(theme.name)
  assertNameFree(name, others)
  const codes = [...new Set(theme.codeIds)].map((codeId) => requireCode(project, codeId))
  const id = newId()
  const position = placesFor(others, [id], null)[0]!.position
  return project.change({ kind: 'theme.create', params: { theme: name }, coderId: actor }, () => {
    themes.insert.run({ id, name, claim: theme.claim, color: leastUsedColor(themes.colors.all()), position, at: new Date().toISOString() })
    for (const code of codes) themes.addCode.run({ themeId: id, codeId: code.id })
    return id
  })
}

export function updateTheme(
  project: Project,
  actor: string,
  id: string,
  fields: { name?: string | undefined; claim?: string | undefined; color?: string | undefined },
): void {
  const themes = project.use(themeQueries)
  const before = requireTheme(project, id)
  const name = fields.name === undefined ? before.name : cleanName(fields.name)
  assertNameFree(
    name,
    themes.all.all().filter((other) => other.id !== id),
  )
  const after = { id, name, claim: fields.claim ?? before.claim, color: fields.color ?? before.color }
  const field = name !== before.name ? 'name' : after.claim !== before.claim ? 'claim' : 'color'
  const params = { theme: before.name, field, ...(name === before.name ? {} : { to: name }) }
  project.change({ kind: 'theme.update', params, coderId: actor }, () => themes.update.run(after))
}

/** Puts a theme before another, or at the end. */
export function moveTheme(project: Project, actor: string, id: string, beforeId: string | null): void {
  const themes = project.use(themeQueries)
  const theme = requireTheme(project, id)
  if (beforeId !== null) requireTheme(project, beforeId)
  const order = themes.all.all()
  const next = order[order.findIndex((other) => other.id === id) + 1]?.id ?? null
  if (beforeId === id || beforeId === next) return
  const places = placesFor(
    order.filter((other) => other.id !== id),
    [id],
    beforeId,
  )
  project.change({ kind: 'theme.move', params: { theme: theme.name }, coderId: actor }, () => {
    for (const place of places) themes.place.run(place)
  })
}

/** Puts codes into a theme; those that are in it stay where they are. */
export function addCodesToTheme(project: Project, actor: string, themeId: string, codeIds: readonly string[]): void {
  const theme = requireTheme(project, themeId)
  const held = new Set(codeIdsOf(project, themeId))
  const codes = [...new Set(codeIds)].map((codeId) => requireCode(project, codeId)).filter((code) => !held.has(code.id))
  project.change({ kind: 'theme.add-codes', params: { theme: theme.name, ...named(codes) }, coderId: actor }, () => {
    for (const code of codes) project.use(themeQueries).addCode.run({ themeId, codeId: code.id })
  })
}

export function removeCodeFromTheme(project: Project, actor: string, themeId: string, codeId: string): void {
  const theme = requireTheme(project, themeId)
  const code = requireCode(project, codeId)
  project.change({ kind: 'theme.remove-code', params: { theme: theme.name, code: code.name }, coderId: actor }, () =>
    project.use(themeQueries).removeCode.run({ themeId, codeId }),
  )
}

/** Removes a theme with its memos; its codes stay. */
export function removeTheme(project: Project, actor: string, id: string): void {
  const theme = requireTheme(project, id)
  project.change({ kind: 'theme.remove', params: { theme: theme.name }, coderId: actor }, () => project.use(themeQueries).remove.run(id))
}

function requireTheme(project: Project, id: string): ThemeRow {
  const row = project.use(themeQueries).byId.get(id)
  if (!row) throw new Problem('not-found', { what: 'theme', id })
  return row
}

function codeIdsOf(project: Project, themeId: string): string[] {
  return project
    .use(themeQueries)
    .codesOf.all(themeId)
    .map((place) => place.codeId)
}
