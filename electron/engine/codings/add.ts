import { Problem } from '#shared/model/problem.ts'
import type { CodeRow } from '../codebook/queries.ts'
import { requireCode } from '../codebook/rules.ts'
import { newId } from '../storage/ids.ts'
import type { Project } from '../storage/project.ts'
import { settle } from './joining.ts'
import { anchors, type PlacedCoding, placed } from './placed.ts'
import { codingQueries } from './queries.ts'
import { sentenceOf } from './sentence.ts'
import { alikeGroups, writeJoined } from './settling.ts'
import { readTexts, type Texts } from './texts.ts'

/** A coding to be made. [start, end) in UTF-16 units of the document's text. */
export type NewCoding = {
  documentId: string
  codeId: string
  coderId: string
  start: number
  end: number
  weight?: number | null | undefined
  comment?: string | undefined
}

export type Added = {
  added: number
  skipped: number
  merged: number
  /** For each coding that was asked for, the one that now holds it. */
  ids: string[]
}

/** Adds codings as one change. With `merge` those that overlap or touch one of the same code and coder grow it. */
export function addCodings(project: Project, actor: string, wanted: readonly NewCoding[], merge: boolean): Added {
  return project.change({ kind: 'coding.add', params: sentenceOf(project, wanted), coderId: actor }, (params) => {
    const result = insertCodings(project, wanted, merge)
    params.count = result.added + result.merged
    return result
  })
}

/**
 * As addCodings, inside a change that is under way. Coders must be known; refuses what is not there, codes that only gather others
 * (code-not-codable), and ranges that the text does not have.
 */
export function insertCodings(project: Project, wanted: readonly NewCoding[], merge: boolean): Added {
  const texts = readTexts(project)
  for (const codeId of new Set(wanted.map((coding) => coding.codeId))) requireCodable(project, codeId)
  for (const { documentId, start, end } of wanted) texts.assertCodable(documentId, start, end)
  const at = new Date().toISOString()
  const coming = wanted.map(
    (coding): PlacedCoding => ({
      ...coding,
      ...anchors(texts.positions(coding.documentId), coding),
      id: newId(),
      weight: coding.weight ?? null,
      comment: coding.comment ?? '',
      createdAt: at,
    }),
  )
  const result: Added = { added: 0, skipped: 0, merged: 0, ids: [] }
  const holders = new Map<string, string>()
  for (const group of alikeGroups(coming)) addGroup(project, texts, group, merge, holders, result)
  return { ...result, ids: coming.map((coding) => holders.get(coding.id)!) }
}

/** A code that passages may be given. */
export function requireCodable(project: Project, codeId: string): CodeRow {
  const code = requireCode(project, codeId)
  if (code.codable === 0) throw new Problem('code-not-codable', { code: code.name })
  return code
}

/** Adds codings of one code, coder and document; counts in `result` and says in `holders` which coding holds which. */
function addGroup(project: Project, texts: Texts, group: readonly PlacedCoding[], merge: boolean, holders: Map<string, string>, result: Added): void {
  const { documentId, codeId, coderId } = group[0]!
  const rows = project.use(codingQueries).alike.all({ documentId, codeId, coderId })
  const standing = rows.map((row) => placed(row, texts.positions(documentId)))
  const { fresh, repeated } = withoutRepeats(standing, group)
  const isNew = (coding: PlacedCoding) => fresh.has(coding.id)

  const outcome = merge ? settle(standing, [...fresh.values()]) : [...fresh.values()].map((kept) => ({ kept, gone: [] }))
  for (const joined of outcome) {
    writeJoined(project, texts, joined, isNew)
    const members = [joined.kept, ...joined.gone]
    for (const member of members) holders.set(member.id, joined.kept.id)
    const arrived = members.filter(isNew).length
    const made = isNew(joined.kept) ? 1 : 0
    result.added += made
    result.merged += arrived - made
  }
  for (const { coding, of } of repeated) holders.set(coding.id, holders.get(of.id) ?? of.id)
  result.skipped += repeated.length
}

/** Divides what comes into what is new and what is there already, or comes twice. */
function withoutRepeats(standing: readonly PlacedCoding[], coming: readonly PlacedCoding[]) {
  const rangeOf = ({ start, end }: PlacedCoding) => `${start}-${end}`
  const known = new Map(standing.map((coding) => [rangeOf(coding), coding]))
  const fresh = new Map<string, PlacedCoding>()
  const repeated: { coding: PlacedCoding; of: PlacedCoding }[] = []
  for (const coding of coming) {
    const of = known.get(rangeOf(coding))
    if (of) {
      repeated.push({ coding, of })
      continue
    }
    known.set(rangeOf(coding), coding)
    fresh.set(coding.id, coding)
  }
  return { fresh, repeated }
}
