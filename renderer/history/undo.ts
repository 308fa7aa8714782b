import { useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import type { EngineClient } from '#renderer/connection/client.ts'
import { describeUndone } from '#renderer/i18n/actions.ts'
import { tellProblem } from '#renderer/i18n/problems.ts'
import { settleEdits } from '#renderer/state/settle.ts'
import { toast, useShortcut } from '#renderer/ui/index.ts'
import { hasOwnEdits, watchOwnEdits } from './ownEdits.ts'

const toastId = 'history'

/** The journal's undo and redo, each naming what it took back or brought back. */
export function useUndoRedo() {
  const { api, client } = useConnection()
  const { t } = useLingui()
  const status = useQuery(api.history.status.queryOptions())

  const move = useCallback(
    async (by: 'undo' | 'redo'): Promise<void> => {
      try {
        await settleEdits()
        const entry = await client.history[by]()
        const back = by === 'undo' ? { label: t`Redo`, run: () => void move('redo') } : { label: t`Undo`, run: () => void move('undo') }
        toast({ id: toastId, message: describeUndone(entry.action, by), action: back })
      } catch (error) {
        tellProblem(error)
      }
    },
    [client, t],
  )

  return {
    undo: () => void move('undo'),
    redo: () => void move('redo'),
    canUndo: status.data?.undo != null,
    canRedo: status.data?.redo != null,
  }
}

/**
 * Ctrl+Z and its return, in the whole window. Only a plain field that was typed into keeps them for its own words; the transcript's
 * words are the journal's.
 */
export function useHistoryKeys(): void {
  const { t } = useLingui()
  const { undo, redo } = useUndoRedo()
  watchOwnEdits()
  const options = { group: t`History`, inText: (field: Element) => !hasOwnEdits(field) }
  useShortcut('mod+z', t`Undo`, undo, options)
  useShortcut('mod+shift+z mod+y', t`Redo`, redo, options)
}

/** Takes back up to `times` entries of `kind`, as long as they are the newest, and says how many: a toast's Undo for several files at once. */
export async function undoTimes(client: EngineClient, kind: string, times: number): Promise<number> {
  for (let done = 0; done < times; done++) {
    const { undo } = await client.history.status()
    if (undo?.action.kind !== kind) return done
    await client.history.undo()
  }
  return times
}
