import { useLingui } from '@lingui/react/macro'
import { useRef, useState } from 'react'
import { useUndoable } from '#renderer/codebook/index.ts'
import { useConnection } from '#renderer/connection/api.ts'
import { tellProblem } from '#renderer/i18n/index.ts'
import type { Memo, MemoTarget } from '#shared/contract/memos.ts'
import type { MemoWords } from './MemoCard.tsx'

/**
 * A memo that is asked for: it exists from its first words on, and keeps its `key` so that its field keeps the focus. Once it was `listed`
 * it is a memo like the others, which may be removed or undone.
 */
export type Draft = { key: string; memoId: string | null; listed: boolean }

let drafts = 0

/** Everything that the panel does to the memos on one target. */
export function useMemoActions(target: MemoTarget) {
  const { client } = useConnection()
  const { t } = useLingui()
  const tellUndoable = useUndoable()
  const [draft, setDraft] = useState<Draft | null>(null)
  const making = useRef<Promise<Memo> | null>(null)

  const attempt = async (work: () => Promise<unknown>) => {
    try {
      await work()
    } catch (error) {
      tellProblem(error)
    }
  }

  const update = (id: string, words: MemoWords) => attempt(() => client.memos.update({ id, ...words, joins: true }))

  return {
    draft,

    begin: () => {
      making.current = null
      setDraft({ key: `draft ${++drafts}`, memoId: null, listed: false })
    },

    update,

    /** The first words make the memo; those that follow while it is being made wait for it. */
    saveDraft: (words: MemoWords) =>
      attempt(async () => {
        if (making.current) {
          const { id } = await making.current
          return client.memos.update({ id, ...words, joins: true })
        }
        if (!(words.title ?? words.text)?.trim()) return
        making.current = client.memos.create({ target, ...words })
        const { id } = await making.current
        setDraft((now) => now && { ...now, memoId: id })
      }),

    dropDraft: () => setDraft(null),

    noteListed: () => setDraft((now) => now && { ...now, listed: true }),

    remove: ({ id, title }: Memo) =>
      attempt(async () => {
        await client.memos.remove({ id })
        await tellUndoable(title === '' ? t`Removed a memo.` : t`Removed the memo “${title}”.`)
      }),
  }
}
