import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { FolderTree, Merge, Palette, Pencil, Plus, StickyNote, TextQuote, Trash2 } from 'lucide-react'
import { activateCode, showMemos } from '#renderer/state/workspace.ts'
import { MenuCheck, MenuItem, MenuSeparator } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import type { CodebookActions } from './actions.ts'
import { beginCreate, beginRename } from './pane.ts'

/** What can be done with a code, or with several that are selected. */
export function CodeMenu({
  code,
  ids,
  actions,
  onColor,
  onMerge,
}: {
  code: Code
  /** The code's id, or all that are selected with it. */
  ids: readonly string[]
  actions: CodebookActions
  onColor: () => void
  onMerge: () => void
}) {
  const { t } = useLingui()
  const several = ids.length > 1
  const count = ids.length
  return (
    <>
      {!several && (
        <>
          <MenuItem icon={<TextQuote />} onSelect={() => activateCode(code.id)}>
            <Trans>Show its segments</Trans>
          </MenuItem>
          <MenuItem icon={<Pencil />} keys="f2" onSelect={() => beginRename(code.id)}>
            <Trans>Rename</Trans>
          </MenuItem>
          <MenuItem icon={<Plus />} keys="mod+enter" onSelect={() => beginCreate(code.parentId)}>
            <Trans>New code beside it</Trans>
          </MenuItem>
          <MenuItem icon={<FolderTree />} keys="mod+shift+enter" onSelect={() => beginCreate(code.id)}>
            <Trans>New sub-code</Trans>
          </MenuItem>
        </>
      )}
      <MenuItem icon={<Palette />} onSelect={onColor}>
        <Trans>Colour…</Trans>
      </MenuItem>
      {!several && (
        <MenuCheck checked={!code.codable} onCheckedChange={(category) => actions.setCodable(code.id, !category)}>
          <Trans>Category: only gathers other codes</Trans>
        </MenuCheck>
      )}
      {!several && (
        <MenuItem icon={<StickyNote />} onSelect={() => showMemos({ on: 'code', id: code.id })}>
          <Trans>Memos</Trans>
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<Merge />} onSelect={onMerge}>
        {several ? t`Merge ${plural(count, { one: '# code', other: '# codes' })} into…` : t`Merge into…`}
      </MenuItem>
      <MenuItem icon={<Trash2 />} keys="delete" danger onSelect={() => actions.remove(ids)}>
        {several ? t`Remove ${plural(count, { one: '# code', other: '# codes' })}` : t`Remove`}
      </MenuItem>
    </>
  )
}
