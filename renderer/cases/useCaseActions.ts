import { plural, t } from '@lingui/core/macro'
import { useMutation } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import { useUndoRedo } from '#renderer/history/index.ts'
import { toast } from '#renderer/ui/index.ts'

/** What changes cases and variables; what takes something away offers the way back. */
export function useCaseActions() {
  const { api } = useConnection()
  const { undo } = useUndoRedo()
  const create = useMutation(api.cases.create.mutationOptions())
  const rename = useMutation(api.cases.rename.mutationOptions())
  const remove = useMutation(api.cases.remove.mutationOptions())
  const setValue = useMutation(api.cases.setValue.mutationOptions())
  const createVariable = useMutation(api.cases.createVariable.mutationOptions())
  const updateVariable = useMutation(api.cases.updateVariable.mutationOptions())
  const removeVariable = useMutation(api.cases.removeVariable.mutationOptions())
  const linkDocument = useMutation(api.cases.linkDocument.mutationOptions())
  const linkSpeaker = useMutation(api.cases.linkSpeaker.mutationOptions())
  const offerUndo = (message: string) => toast({ id: 'history', message, action: { label: t`Undo`, run: undo } })

  return {
    create: (name: string) => create.mutate({ name }),
    rename: (id: string, name: string) => rename.mutate({ id, name }),
    remove: (ids: string[]) =>
      remove.mutate({ ids }, { onSuccess: () => offerUndo(plural(ids.length, { one: 'Removed # case', other: 'Removed # cases' })) }),
    setValue: setValue.mutate,
    createVariable: createVariable.mutate,
    updateVariable: updateVariable.mutate,
    removeVariable: (id: string, name: string) => removeVariable.mutate({ id }, { onSuccess: () => offerUndo(t`Removed the variable “${name}”`) }),
    linkDocument: linkDocument.mutate,
    linkSpeaker: linkSpeaker.mutate,
  }
}
