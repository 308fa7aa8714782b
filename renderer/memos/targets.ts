import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import type { EngineClient } from '#renderer/connection/client.ts'
import { activateCode, openDocument, revealPassage, showMemos, showView } from '#renderer/state/workspace.ts'
import type { MemoTarget } from '#shared/contract/memos.ts'

export const targetKinds = ['project', 'document', 'code', 'coding', 'case', 'theme'] as const satisfies MemoTarget['on'][]
export type TargetKind = (typeof targetKinds)[number]

/** What a kind of target is called where its memos are listed. */
export function useTargetWords(): Record<TargetKind, string> {
  const { t } = useLingui()
  return { project: t`Project`, document: t`Document`, code: t`Code`, coding: t`Passage`, case: t`Case`, theme: t`Theme` }
}

/** The name of what a memo is or would be written on; for a passage its words. Empty until it is known. */
export function useTargetName(target: MemoTarget): string {
  const { api } = useConnection()
  const id = target.on === 'project' ? '' : target.id
  const project = useQuery(api.projects.current.queryOptions({ enabled: target.on === 'project' }))
  const documents = useQuery(api.documents.list.queryOptions({ enabled: target.on === 'document' }))
  const codes = useQuery(api.codebook.list.queryOptions({ enabled: target.on === 'code' }))
  const cases = useQuery(api.cases.list.queryOptions({ enabled: target.on === 'case' }))
  const themes = useQuery(api.themes.list.queryOptions({ enabled: target.on === 'theme' }))
  const passage = useQuery(api.codings.segments.queryOptions({ input: { filter: { codingIds: [id] }, limit: 1 }, enabled: target.on === 'coding' }))
  const named = (list: readonly { id: string; name: string }[] | undefined) => list?.find((item) => item.id === id)?.name
  const names: Record<TargetKind, () => string | undefined> = {
    project: () => project.data?.name,
    document: () => named(documents.data),
    code: () => named(codes.data),
    case: () => named(cases.data?.cases),
    theme: () => named(themes.data),
    coding: () => passage.data?.segments[0]?.text,
  }
  return names[target.on]() ?? ''
}

/** Shows what a memo is written on, with its memos beside it. */
export async function goToTarget(target: MemoTarget, client: EngineClient): Promise<void> {
  showMemos(target)
  if (target.on === 'document') openDocument(target.id)
  if (target.on === 'case') showView('cases')
  if (target.on === 'theme') showView('themes')
  if (target.on === 'code') {
    activateCode(target.id)
    showView('code')
  }
  if (target.on === 'coding') {
    const { segments } = await client.codings.segments({ filter: { codingIds: [target.id] }, limit: 1 })
    const [passage] = segments
    if (passage) revealPassage({ documentId: passage.documentId, start: passage.start, end: passage.end }, passage.id)
  }
}

export function sameTarget(a: MemoTarget, b: MemoTarget): boolean {
  return a.on === b.on && (a.on === 'project' || b.on === 'project' || a.id === b.id)
}
