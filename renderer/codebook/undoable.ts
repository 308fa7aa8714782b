import { useLingui } from '@lingui/react/macro'
import { useCallback } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { tellProblem } from '#renderer/i18n/index.ts'
import { toast } from '#renderer/ui/index.ts'

/**
 * Tells what was just done and offers to take it back. The offer holds as long as nothing else was done; after that it says so instead
 * of taking back the wrong thing.
 */
export function useUndoable(): (message: string) => Promise<void> {
  const { client } = useConnection()
  const { t } = useLingui()
  return useCallback(
    async (message) => {
      const { undo: done } = await client.history.status()
      const takeBack = async () => {
        const { undo: last } = await client.history.status()
        if (last?.id === done?.id) await client.history.undo()
        else toast({ id: 'undoable', message: t`Something else was changed since. Undo steps back one change at a time; History lists them all.` })
      }
      toast({ id: 'undoable', message, action: { label: t`Undo`, run: () => void takeBack().catch(tellProblem) } })
    },
    [client, t],
  )
}
