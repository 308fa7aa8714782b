import { plural, t } from '@lingui/core/macro'
import type { Action } from '#shared/contract/history.ts'

/** What an entry of the journal did, as a sentence without its subject: “coded 2 passages with “Trust””. */
export function describeAction({ kind, params }: Action): string {
  return sentences[kind]?.(reader(params)) ?? general(kind)
}

/** “Undone: …”, “Redone: …”. */
export function describeUndone(action: Action, by: 'undo' | 'redo'): string {
  const what = describeAction(action)
  return by === 'undo' ? t`Undone: ${what}` : t`Redone: ${what}`
}

/** An entry's blanks: a word that is not there is '', a count that is not there is null. */
type Said = { word: (name: string) => string; count: (name: string) => number | null }

function reader(params: Action['params']): Said {
  return {
    word: (name) => String(params[name] ?? ''),
    count: (name) => (params[name] === undefined ? null : Number(params[name])),
  }
}

const sentences: Record<string, (said: Said) => string> = {
  'project.rename': ({ word }) => t`renamed the project from “${word('from')}” to “${word('to')}”`,
  'sample.load': () => t`filled the sample study`,
  'coder.rename': ({ word }) => t`renamed the coder “${word('from')}” to “${word('to')}”`,

  'document.import': ({ word }) => t`imported “${word('document')}”`,
  'document.rename': ({ word }) => t`renamed the document “${word('from')}” to “${word('to')}”`,
  'document.kind': ({ word }) => t`changed the kind of “${word('document')}”`,
  'document.remove': ({ word, count }) =>
    (count('documents') ?? 1) > 1
      ? plural(count('documents')!, { one: 'removed # document', other: 'removed # documents' })
      : t`removed “${word('document')}”`,
  'document.edit': ({ word }) => t`edited the text of “${word('document')}”`,

  'code.create': ({ word }) => t`made the code “${word('code')}”`,
  'code.update': updatedCode,
  'code.move': (said) => (said.word('parent') === '' ? t`moved ${codes(said)} to the top` : t`moved ${codes(said)} into “${said.word('parent')}”`),
  'code.merge': (said) => t`merged ${codes(said)} into “${said.word('into')}”`,
  'code.remove': (said) => {
    const codings = said.count('codings') ?? 0
    return codings === 0 ? t`removed ${codes(said)}` : t`removed ${codes(said)} with ${plural(codings, { one: '# coding', other: '# codings' })}`
  },

  'coding.add': (said) => (said.word('code') === '' ? t`coded ${passages(said)}` : t`coded ${passages(said)} with “${said.word('code')}”`),
  'coding.remove': (said) =>
    said.word('code') === '' ? t`removed the coding of ${passages(said)}` : t`removed “${said.word('code')}” from ${passages(said)}`,
  'coding.recode': (said) => t`recoded ${passages(said)} with “${said.word('code')}”`,
  'coding.update': updatedCoding,

  'case.create': ({ word }) => t`made the case “${word('case')}”`,
  'case.rename': ({ word }) => t`renamed the case “${word('case')}” to “${word('to')}”`,
  'case.remove': ({ word, count }) =>
    count('cases') === null ? t`removed the case “${word('case')}”` : plural(count('cases')!, { one: 'removed # case', other: 'removed # cases' }),
  'case.link-document': ({ word }) => t`linked “${word('document')}” to the case “${word('case')}”`,
  'case.unlink-document': ({ word }) => t`unlinked “${word('document')}” from the case “${word('case')}”`,
  'case.link-speaker': ({ word }) => t`linked the speaker ${word('speaker')} of “${word('document')}” to the case “${word('case')}”`,
  'case.unlink-speaker': ({ word }) => t`unlinked the speaker ${word('speaker')} of “${word('document')}”`,
  'case.set-value': ({ word }) =>
    word('value') === ''
      ? t`emptied “${word('variable')}” of the case “${word('case')}”`
      : t`set “${word('variable')}” of the case “${word('case')}” to “${word('value')}”`,

  'variable.create': ({ word }) => t`added the variable “${word('variable')}”`,
  'variable.update': ({ word }) =>
    word('to') === '' ? t`changed the categories of “${word('variable')}”` : t`renamed the variable “${word('variable')}” to “${word('to')}”`,
  'variable.remove': ({ word }) => t`removed the variable “${word('variable')}”`,

  'memo.create': (said) => t`wrote a memo on ${target(said)}`,
  'memo.update': (said) => t`changed a memo on ${target(said)}`,
  'memo.remove': (said) => t`removed a memo on ${target(said)}`,

  'theme.create': ({ word }) => t`made the theme “${word('theme')}”`,
  'theme.update': updatedTheme,
  'theme.move': ({ word }) => t`moved the theme “${word('theme')}”`,
  'theme.add-codes': (said) => t`put ${codes(said)} into the theme “${said.word('theme')}”`,
  'theme.remove-code': ({ word }) => t`took “${word('code')}” out of the theme “${word('theme')}”`,
  'theme.remove': ({ word }) => t`removed the theme “${word('theme')}”`,
}

function codes({ word, count }: Said): string {
  const many = count('codes')
  return many === null ? t`the code “${word('code')}”` : plural(many, { one: '# code', other: '# codes' })
}

function passages({ count }: Said): string {
  const many = count('count') ?? 1
  return plural(many, { one: '# passage', other: '# passages' })
}

function updatedCode({ word }: Said): string {
  const code = word('code')
  if (word('to') !== '') return t`renamed the code “${code}” to “${word('to')}”`
  const fields: Record<string, string> = {
    color: t`changed the colour of “${code}”`,
    codable: t`changed whether “${code}” can be coded with`,
    definition: t`changed what “${code}” means`,
    whenToUse: t`changed when to use “${code}”`,
    whenNotToUse: t`changed when not to use “${code}”`,
    example: t`changed the example of “${code}”`,
  }
  return fields[word('field')] ?? t`changed the code “${code}”`
}

function updatedCoding(said: Said): string {
  const code = said.word('code')
  const fields: Record<string, string> = {
    range: t`moved the bounds of a passage coded with “${code}”`,
    weight: t`changed the weight of a coding with “${code}”`,
    comment: t`changed the comment of a coding with “${code}”`,
  }
  return fields[said.word('field')] ?? t`changed a coding with “${code}”`
}

function updatedTheme({ word }: Said): string {
  const theme = word('theme')
  if (word('to') !== '') return t`renamed the theme “${theme}” to “${word('to')}”`
  return word('field') === 'color' ? t`changed the colour of the theme “${theme}”` : t`changed the claim of the theme “${theme}”`
}

function target({ word }: Said): string {
  const name = word('target')
  const targets: Record<string, string> = {
    project: t`the project`,
    document: t`the document “${name}”`,
    code: t`the code “${name}”`,
    coding: t`the passage “${name}”`,
    case: t`the case “${name}”`,
    theme: t`the theme “${name}”`,
  }
  return targets[word('on')] ?? t`“${name}”`
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
