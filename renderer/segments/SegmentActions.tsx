import { useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { StickyNote, Tag, Trash2 } from 'lucide-react'
import { useMemo, useState } from 'react'
import { CodeChooser, useCode, useUndoable } from '#renderer/codebook/index.ts'
import { useConnection } from '#renderer/connection/api.ts'
import { showMemos } from '#renderer/state/workspace.ts'
import { IconButton, Popover } from '#renderer/ui/index.ts'
import type { Segment } from '#shared/contract/codings.ts'

/** What can be done with a coding from the list: another code, a memo, away with it. */
export function SegmentActions({ segment, onGone }: { segment: Segment; onGone: () => void }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const tellUndoable = useUndoable()
  const without = useMemo(() => [segment.codeId], [segment.codeId])
  const [recoding, setRecoding] = useState(false)
  const code = useCode(segment.codeId)
  const removal = useRemoval()
  const recode = useMutation(api.codings.recode.mutationOptions())
  const name = code?.name ?? ''
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only keeps clicks and keys of the buttons inside from reaching the card
    <div style={{ display: 'contents' }} onClick={(event) => event.stopPropagation()} onKeyDown={(event) => event.stopPropagation()}>
      <Popover
        label={t`Give another code`}
        align="end"
        open={recoding}
        onOpenChange={setRecoding}
        trigger={
          <IconButton label={t`Give another code`}>
            <Tag aria-hidden />
          </IconButton>
        }
      >
        <CodeChooser
          label={t`Another code instead of ${name}`}
          without={without}
          onChoose={(codeId) => {
            setRecoding(false)
            onGone()
            recode.mutate({ ids: [segment.id], codeId }, { onSuccess: () => void tellUndoable(t`The passage has another code now.`) })
          }}
        />
      </Popover>
      <IconButton label={t`Memos on this passage`} onClick={() => showMemos({ on: 'coding', id: segment.id })}>
        <StickyNote aria-hidden />
      </IconButton>
      <IconButton
        label={t`Remove the coding`}
        keys="delete"
        onClick={() => {
          onGone()
          removal(segment)
        }}
      >
        <Trash2 aria-hidden />
      </IconButton>
    </div>
  )
}

/** Removes a coding and offers to take that back. */
export function useRemoval(): (segment: Segment) => void {
  const { t } = useLingui()
  const { api } = useConnection()
  const tellUndoable = useUndoable()
  const remove = useMutation(api.codings.remove.mutationOptions())
  return (segment) => {
    const name = segment.documentName
    remove.mutate({ ids: [segment.id] }, { onSuccess: () => void tellUndoable(t`Removed a coding in ${name}.`) })
  }
}
