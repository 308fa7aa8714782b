import { t } from '@lingui/core/macro'
import type { Action } from '#shared/contract/history.ts'

type Params = Action['params']

/** What an entry of the journal did, as the middle of a sentence: “coded 2 passages with “Trust””. */
export function describeAction({ kind, params }: Action): string {
  return sentences[kind]?.(params) ?? general(kind)
}

/** “Undone: …”, “Redone: …”. */
export function describeUndone(action: Action, by: 'undo' | 'redo'): string {
  const what = describeAction(action)
  return by === 'undo' ? t`Undone: ${what}` : t`Redone: ${what}`
}

const word = (params: Params, name: string) => String(params[name] ?? '')

const sentences: Record<string, (params: Params) => string> = {
  'project.rename': (p) => t`renamed the project to “${word(p, 'to')}”`,
}

/** Entries of kinds that this version does not know, such as a newer one's, still say what they were about. */
function general(kind: string): string {
  const about: Record<string, string> = {
    project: t`changed the project`,
    document: t`changed a document`,
    code: t`changed the codebook`,
    coding: t`changed codings`,
    case: t`changed cases`,
    variable: t`changed variables`,
    memo: t`changed a memo`,
    theme: t`changed themes`,
    coder: t`changed a coder`,
  }
  return about[kind.split('.')[0]!] ?? t`made a change`
}
