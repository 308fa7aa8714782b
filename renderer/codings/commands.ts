import type { QueryClient } from '@tanstack/react-query'
import type { Connection } from '#renderer/connection/api.ts'
import { tellProblem } from '#renderer/i18n/index.ts'
import { activateCode, noteCodeUsed, selectCodings, useWorkspace } from '#renderer/state/workspace.ts'
import type { Code } from '#shared/contract/codebook.ts'
import type { Coding } from '#shared/contract/codings.ts'
import { Problem } from '#shared/model/problem.ts'
import type { Range } from '#shared/text/edits.ts'
import { folded, inVivoName } from './search.ts'
import type { CodingSurface } from './surface.ts'

/** All that can be done with a passage and its codings. Each shows at once and is taken back, with the reason, if the engine refuses. */
export type CodingCommands = ReturnType<typeof createCodingCommands>

let madeHere = 0
const draftPrefix = 'here-'

export function createCodingCommands(surface: CodingSurface, { client, api }: Connection, queries: QueryClient) {
  const codes = (): Code[] => queries.getQueryData(api.codebook.list.queryKey()) ?? []
  const coderId = (): string => queries.getQueryData(api.coders.current.queryKey())?.id ?? ''

  /** Codings that were shown before the engine had them: under which id they were shown, and which one they have. */
  const named = new Map<string, string>()
  const current = (id: string): string => named.get(id) ?? id
  /** The engine's ids, once all that was asked of it before is done; one whose coding it refused has none. */
  const engineIds = (ids: readonly string[]): string[] => ids.map(current).filter((id) => !id.startsWith(draftPrefix))
  const name = (draftId: string, id: string): void => {
    named.set(draftId, id)
    const shown = surface.coding(draftId)
    if (shown) surface.show([{ ...shown, id }], [draftId])
    const { selectedCodingIds } = useWorkspace.getState()
    if (selectedCodingIds.includes(draftId)) selectCodings(selectedCodingIds.map(current))
  }

  /** One after the other: a coding that is removed and made again at once must not be joined with the one that is about to go. */
  let last: Promise<unknown> = Promise.resolve()
  const attempt = <T>(work: () => Promise<T>): Promise<T | undefined> => {
    const attempted = last.then(async () => {
      try {
        await surface.settled()
        return await work()
      } catch (error) {
        surface.resync()
        tellProblem(error)
        return undefined
      }
    })
    last = attempted
    return attempted
  }

  const apply = async (codeIds: readonly string[], passage: Range | null = surface.selected()): Promise<void> => {
    if (!passage) {
      tellProblem(new Problem('range-empty'))
      return
    }
    const { documentId } = surface
    const codable = codeIds.filter((id) => codes().find((code) => code.id === id)?.codable !== false)
    const drafts = codable.map((codeId) => {
      const grown = grownBy(passage, codeId, coderId(), surface.codingsIn(passage))
      const shown = draft(documentId, codeId, coderId())
      surface.show([{ ...shown, ...grown.span }], grown.mergedIds)
      noteCodeUsed(codeId)
      return { draftId: shown.id, codeId }
    })
    const latest = codable.at(-1)
    if (latest !== undefined) activateCode(latest)
    await attempt(async () => {
      const codings = codeIds.map((codeId) => ({ documentId, codeId, start: passage.start, end: passage.end }))
      const { ids } = await client.codings.add({ codings, merge: true })
      for (const { draftId, codeId } of drafts) name(draftId, ids[codeIds.indexOf(codeId)]!)
    })
  }

  const create = async (newName: string, parentId: string | null, passage: Range | null = surface.selected()): Promise<void> => {
    const known = codes().find((code) => code.parentId === parentId && folded(code.name) === folded(newName))
    if (known) return apply([known.id], passage)
    const made = await attempt(() => client.codebook.create({ name: newName, parentId }))
    if (!made) return
    queries.setQueryData(api.codebook.list.queryKey(), (list: Code[] | undefined) =>
      list?.some(({ id }) => id === made.id) ? list : [...(list ?? []), made],
    )
    await apply([made.id], passage)
  }

  return {
    apply,
    create,
    /** The code whose definition is shown, or else the one used last. */
    applyLast() {
      const { activeCodeId, recentCodeIds } = useWorkspace.getState()
      const last = [activeCodeId, ...recentCodeIds].find((id) => codes().some((code) => code.id === id && code.codable))
      return last ? apply([last]) : Promise.resolve()
    },
    /** `number` from 1: the code used last, the one before it, … */
    applyRecent(number: number) {
      const known = useWorkspace.getState().recentCodeIds.filter((id) => codes().some((code) => code.id === id))
      const codeId = known[number - 1]
      return codeId === undefined ? Promise.resolve() : apply([codeId])
    },
    /** Codes the passage with a code named by its own words. */
    inVivo() {
      const passage = surface.selected()
      const name = passage ? inVivoName(surface.text(passage)) : ''
      if (passage && name !== '') return create(name, null, passage)
      tellProblem(new Problem('range-empty'))
      return Promise.resolve()
    },
    remove(given: readonly string[]) {
      const ids = given.map(current)
      surface.show([], ids)
      selectCodings(useWorkspace.getState().selectedCodingIds.filter((id) => !ids.includes(id)))
      return attempt(async () => {
        const known = engineIds(ids)
        if (known.length > 0) await client.codings.remove({ ids: known })
      })
    },
    recode(given: readonly string[], codeId: string) {
      const ids = given.map(current)
      const known = ids.flatMap((id) => surface.coding(id) ?? [])
      surface.show(
        known.map((coding) => ({ ...coding, codeId })),
        [],
      )
      noteCodeUsed(codeId)
      return attempt(async () => {
        const there = engineIds(ids)
        if (there.length > 0) await client.codings.recode({ ids: there, codeId })
      })
    },
    update(given: string, fields: { comment?: string; weight?: number | null; start?: number; end?: number }) {
      const coding = surface.coding(current(given))
      if (coding) surface.show([{ ...coding, ...fields }], [])
      return attempt(async () => {
        for (const id of engineIds([given])) await client.codings.update({ id, ...fields })
      })
    },
    /** Resolves when all that was done here so far has reached the engine. */
    async settled(): Promise<void> {
      await last
      await surface.settled()
    },
    surface,
  }
}

/** A passage coded where the same coder's coding of that code touches it: they become one, as the engine's `merge` makes them. */
export function grownBy(passage: Range, codeId: string, coderId: string, near: readonly Coding[]): { span: Range; mergedIds: string[] } {
  const same = near.filter((coding) => coding.codeId === codeId && coding.coderId === coderId)
  return {
    span: { start: Math.min(passage.start, ...same.map((coding) => coding.start)), end: Math.max(passage.end, ...same.map((coding) => coding.end)) },
    mergedIds: same.map((coding) => coding.id),
  }
}

/** A coding until the engine has given it its id. */
function draft(documentId: string, codeId: string, coderId: string): Omit<Coding, 'start' | 'end'> {
  return { id: `${draftPrefix}${++madeHere}`, documentId, codeId, coderId, weight: null, comment: '', createdAt: new Date().toISOString(), memos: 0 }
}

let active: CodingCommands | null = null

/** The transcript on the screen takes the commands that come from elsewhere: a click in the code tree, a drop. */
export function takeCommands(commands: CodingCommands): () => void {
  active = commands
  return () => {
    if (active === commands) active = null
  }
}

/** Codes what is selected in the transcript; false where nothing is, so that a click can mean something else. */
export function codeSelection(codeIds: readonly string[]): boolean {
  if (!active?.surface.selected() || codeIds.length === 0) return false
  void active.apply(codeIds)
  return true
}

/** Codes a passage that was dragged onto a code. */
export async function codePassage(passage: Range & { documentId: string }, codeIds: readonly string[], { client }: Connection): Promise<void> {
  if (active?.surface.documentId === passage.documentId) return active.apply(codeIds, passage)
  const { documentId, start, end } = passage
  try {
    await client.codings.add({ codings: codeIds.map((codeId) => ({ documentId, codeId, start, end })), merge: true })
  } catch (error) {
    tellProblem(error)
  }
}
