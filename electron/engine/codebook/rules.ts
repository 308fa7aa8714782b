import type { z } from 'zod'
import type { Code, codeFields } from '#shared/contract/codebook.ts'
import { inTreeOrder, sameNameKey, withSubCodes } from '#shared/model/codeTree.ts'
import { cleanName } from '#shared/model/names.ts'
import { palette } from '#shared/model/palette.ts'
import { Problem } from '#shared/model/problem.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { placesFor } from './order.ts'
import { type CodeRow, codeQueries } from './queries.ts'

/** What a call may set; what is absent stays, or takes its default in a new code. */
export type CodeFields = { [F in keyof z.infer<typeof codeFields>]?: z.infer<typeof codeFields>[F] | undefined }

/** All codes in tree order with live counts. */
export function listCodes(project: Project): Code[] {
  const codes = project.use(codeQueries)
  const counts = new Map(codes.counts.all().map((row) => [row.codeId, row]))
  return inTreeOrder(codes.all.all()).map((row) => asCode(row, counts.get(row.id) ?? { codings: 0, documents: 0 }))
}

export function codeById(project: Project, id: string): Code {
  return asCode(requireCode(project, id), project.use(codeQueries).countsOf.get(id)!)
}

export function requireCode(project: Project, id: string): CodeRow {
  const row = project.use(codeQueries).byId.get(id)
  if (!row) throw new Problem('not-found', { what: 'code', id })
  return row
}

/** Adds a code behind its siblings and returns its id. Refuses a name that a sibling has. */
export function createCode(project: Project, actor: string, parentId: string | null, fields: CodeFields & { name: string }): string {
  const name = cleanName(fields.name)
  return project.change({ kind: 'code.create', params: { code: name }, coderId: actor }, () => insertCode(project, parentId, { ...fields, name }))
}

/** As createCode, inside a change that is under way. */
export function insertCode(project: Project, parentId: string | null, fields: CodeFields & { name: string }): string {
  const codes = project.use(codeQueries)
  if (parentId !== null) requireCode(project, parentId)
  const name = cleanName(fields.name)
  const siblings = codes.children.all(parentId)
  assertNameFree(name, siblings)
  const id = newId()
  codes.insert.run({
    id,
    parentId,
    position: placesFor(siblings, [id], null)[0]!.position,
    name,
    color: fields.color ?? leastUsedColor(codes.colors.all()),
    codable: fields.codable === false ? 0 : 1,
    definition: fields.definition ?? '',
    whenToUse: fields.whenToUse ?? '',
    whenNotToUse: fields.whenNotToUse ?? '',
    example: fields.example ?? '',
    at: new Date().toISOString(),
  })
  return id
}

/** The code at a path of names from the top, made with all that is missing above it, as one change. Returns its id. */
export function ensureCodePath(project: Project, actor: string, path: readonly string[]): string {
  const name = path.map(cleanName).join(' > ')
  return project.change({ kind: 'code.create', params: { code: name }, coderId: actor }, () => insertCodePath(project, path))
}

/** As ensureCodePath, inside a change that is under way. Names are compared without regard to case, as siblings' are. */
export function insertCodePath(project: Project, path: readonly string[]): string {
  let parentId: string | null = null
  for (const part of path) {
    const name = cleanName(part)
    const known: CodeRow | undefined = project
      .use(codeQueries)
      .children.all(parentId)
      .find((sibling) => sameNameKey(sibling.name) === sameNameKey(name))
    parentId = known?.id ?? insertCode(project, parentId, { name })
  }
  if (parentId === null) throw new Problem('name-empty')
  return parentId
}

export function updateCode(project: Project, actor: string, id: string, fields: CodeFields): void {
  const codes = project.use(codeQueries)
  const before = requireCode(project, id)
  const name = fields.name === undefined ? before.name : cleanName(fields.name)
  if (name !== before.name)
    assertNameFree(
      name,
      codes.children.all(before.parentId).filter((sibling) => sibling.id !== id),
    )
  const after: CodeRow = {
    ...before,
    name,
    color: fields.color ?? before.color,
    codable: fields.codable === undefined ? before.codable : fields.codable ? 1 : 0,
    definition: fields.definition ?? before.definition,
    whenToUse: fields.whenToUse ?? before.whenToUse,
    whenNotToUse: fields.whenNotToUse ?? before.whenNotToUse,
    example: fields.example ?? before.example,
  }
  const changed = (Object.keys(after) as (keyof CodeRow)[]).filter((field) => after[field] !== before[field])
  const params: Record<string, string> = { code: before.name, field: changed.length === 1 ? changed[0]! : 'several' }
  if (name !== before.name) params.to = name
  const { parentId: _, position: __, ...row } = after
  project.change({ kind: 'code.update', params, coderId: actor }, () => codes.update.run(row))
}

/** Moves codes with all below them. One that stands below another of `ids` goes with that one. */
export function moveCodes(project: Project, actor: string, ids: readonly string[], parentId: string | null, beforeId: string | null): void {
  const codes = project.use(codeQueries)
  const all = codes.all.all()
  const byId = new Map(all.map((row) => [row.id, row]))
  const moved = topmost(
    byId,
    ids.map((id) => requireCode(project, id)),
  )
  const movedIds = new Set(moved.map((code) => code.id))
  const parent = parentId === null ? null : requireCode(project, parentId)
  const carried = withSubCodes(all, movedIds)
  if (parent && carried.has(parent.id)) throw new Problem('code-cycle', { code: moved[0]!.name, parent: parent.name })

  const children = codes.children.all(parentId)
  const staying = children.filter((code) => !movedIds.has(code.id))
  moved.forEach((code, index) => {
    assertNameFree(code.name, [...staying, ...moved.slice(0, index)])
  })
  const order = moved.map((code) => code.id)
  const before = firstStaying(children, movedIds, beforeId)
  if (isInPlace(children, order, before)) return
  const places = placesFor(staying, order, before)
  const params = { ...named(moved), parent: parent?.name ?? '' }
  project.change({ kind: 'code.move', params, coderId: actor }, () => {
    for (const { id, position } of places) codes.place.run({ id, parentId, position })
  })
}

/** Removes codes with all below them, their codings and memos. */
export function removeCodes(project: Project, actor: string, ids: readonly string[]): { codes: number; codings: number } {
  const codes = project.use(codeQueries)
  const roots = [...new Set(ids)].map((id) => requireCode(project, id))
  const all = codes.all.all()
  const doomed = withSubCodes(
    all,
    roots.map((code) => code.id),
  )
  let codings = 0
  for (const id of doomed) codings += codes.countsOf.get(id)!.codings
  const params = { ...named(topmost(new Map(all.map((row) => [row.id, row])), roots)), codings }
  return project.change({ kind: 'code.remove', params, coderId: actor }, () => {
    const leavesFirst = inTreeOrder(all)
      .filter((code) => doomed.has(code.id))
      .reverse()
    for (const { id } of leavesFirst) codes.remove.run(id)
    return { codes: doomed.size, codings }
  })
}

export function assertNameFree(name: string, siblings: readonly { name: string }[]): void {
  const key = sameNameKey(name)
  if (siblings.some((sibling) => sameNameKey(sibling.name) === key)) throw new Problem('name-taken', { name })
}

/** The hue of the palette that fewest things have; the palette's own order decides between equals. */
export function leastUsedColor(used: readonly { color: string; n: number }[]): string {
  const counts = new Map(used.map(({ color, n }) => [color, n]))
  const times = (color: string) => counts.get(color) ?? 0
  const fewest = Math.min(...palette.map(times))
  return palette.find((color) => times(color) === fewest)!
}

/** `{ code: its name }` for one, `{ codes: how many }` for several: what fills the blanks of a sentence in the history. */
export function named(codes: readonly { name: string }[]): { code: string } | { codes: number } {
  return codes.length === 1 ? { code: codes[0]!.name } : { codes: codes.length }
}

function topmost(byId: ReadonlyMap<string, CodeRow>, codes: readonly CodeRow[]): CodeRow[] {
  const chosen = new Map(codes.map((code) => [code.id, code]))
  const isBelowChosen = (code: CodeRow) => {
    for (let id = code.parentId; id !== null; id = byId.get(id)!.parentId) if (chosen.has(id)) return true
    return false
  }
  return [...chosen.values()].filter((code) => !isBelowChosen(code))
}

/** The first sibling from `beforeId` on that is not itself moved; null: the end. Refuses one that is no child of the new parent. */
function firstStaying(children: readonly CodeRow[], moved: ReadonlySet<string>, beforeId: string | null): string | null {
  if (beforeId === null) return null
  const index = children.findIndex((code) => code.id === beforeId)
  if (index < 0) throw new Problem('not-found', { what: 'code', id: beforeId })
  return children.slice(index).find((code) => !moved.has(code.id))?.id ?? null
}

/** True where the codes stand already, in their order, right before `beforeId` (null: at the end). */
function isInPlace(children: readonly CodeRow[], ids: readonly string[], beforeId: string | null): boolean {
  const order = children.map((code) => code.id)
  const end = beforeId === null ? order.length : order.indexOf(beforeId)
  return ids.every((id, index) => order[end - ids.length + index] === id)
}

function asCode(row: CodeRow, { codings, documents }: { codings: number; documents: number }): Code {
  return { ...row, codable: row.codable === 1, codings, documents }
}
