import { plural } from '@lingui/core/macro'
import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import { formatList } from '#renderer/i18n/index.ts'
import { activateCode, useWorkspace } from '#renderer/state/workspace.ts'
import { type Move, topmost } from './moves.ts'
import { expandCodes } from './pane.ts'
import type { CodeTree } from './tree.ts'
import { useUndoable } from './undoable.ts'

/** Everything that the pane does to the codebook. A refusal is told by the page's one place for it and changes nothing. */
export function useCodebookActions(tree: CodeTree) {
  const { api } = useConnection()
  const { t } = useLingui()
  const tellUndoable = useUndoable()
  const create = useMutation(api.codebook.create.mutationOptions())
  const update = useMutation(api.codebook.update.mutationOptions())
  const moving = useMutation(api.codebook.move.mutationOptions())
  const merging = useMutation(api.codebook.merge.mutationOptions())
  const removing = useMutation(api.codebook.remove.mutationOptions())
  const nameOf = (id: string) => tree.byId.get(id)?.name ?? ''
  const spoken = (ids: readonly string[]) => (ids.length === 1 ? `“${nameOf(ids[0]!)}”` : plural(ids.length, { one: '# code', other: '# codes' }))

  return {
    create: (name: string, parentId: string | null, onCreated: (id: string) => void) =>
      create.mutate(
        { name, parentId },
        {
          onSuccess: ({ id }) => {
            if (parentId !== null) expandCodes([parentId])
            activateCode(id)
            onCreated(id)
          },
        },
      ),

    rename: (id: string, name: string) => update.mutate({ id, fields: { name } }),

    setColor: (ids: readonly string[], color: string) => {
      for (const id of ids) update.mutate({ id, fields: { color } })
    },

    setCodable: (id: string, codable: boolean) => update.mutate({ id, fields: { codable } }),

    setText: (id: string, field: DefinitionField, text: string) => update.mutate({ id, fields: { [field]: text } }),

    move: (move: Move | null) => {
      if (!move) return
      const { parentId } = move
      moving.mutate(move, { onSuccess: () => parentId !== null && expandCodes([parentId]) })
    },

    merge: (ids: readonly string[], intoId: string) => {
      const merged = ids.filter((id) => id !== intoId)
      if (merged.length === 0) return
      const what = spoken(merged)
      const into = nameOf(intoId)
      const onSuccess = () => {
        activateCode(intoId)
        void tellUndoable(t`Merged ${what} into “${into}”.`)
      }
      merging.mutate({ ids: [...merged], intoId }, { onSuccess })
    },

    remove: (ids: readonly string[]) => {
      const removed = topmost(tree, ids)
      if (removed.length === 0) return
      const what = spoken(removed)
      const onSuccess = ({ codes, codings }: { codes: number; codings: number }) => {
        const { activeCodeId } = useWorkspace.getState()
        if (activeCodeId !== null && removed.includes(activeCodeId)) activateCode(null)
        const below = codes - removed.length
        const along = [
          ...(below > 0 ? [plural(below, { one: '# sub-code', other: '# sub-codes' })] : []),
          ...(codings > 0 ? [plural(codings, { one: '# coding', other: '# codings' })] : []),
        ]
        const lost = formatList(along)
        void tellUndoable(along.length === 0 ? t`Removed ${what}.` : t`Removed ${what}, with ${lost}.`)
      }
      removing.mutate({ ids: removed }, { onSuccess })
    },
  }
}

export type CodebookActions = ReturnType<typeof useCodebookActions>

export type DefinitionField = 'definition' | 'whenToUse' | 'whenNotToUse' | 'example'
