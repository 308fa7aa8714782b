import { useLingui } from '@lingui/react/macro'
import { useListedKeys } from '#renderer/ui/index.ts'

/** Tells the overview of keys what `treeKeys.ts` does in the tree of codes. */
export function useListedTreeKeys(): void {
  const { t } = useLingui()
  useListedKeys(t`In the codes`, [
    { keys: 'enter', label: t`Code the selected passage` },
    { keys: 'f2', label: t`Rename` },
    { keys: 'mod+enter', label: t`New code beside it` },
    { keys: 'mod+shift+enter', label: t`New sub-code` },
    { keys: 'alt+arrowup alt+arrowdown', label: t`Move up or down` },
    { keys: 'alt+arrowright alt+arrowleft', label: t`Move in or out` },
    { keys: 'delete', label: t`Remove` },
  ])
}
