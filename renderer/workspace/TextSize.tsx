import { useLingui } from '@lingui/react/macro'
import { setPreferences, usePreferences } from '#renderer/state/preferences.ts'
import { MenuStepper, useShortcut } from '#renderer/ui/index.ts'

const smallest = 12
const largest = 32

function resize(by: number): void {
  const { textSize } = usePreferences.getState()
  setPreferences({ textSize: Math.min(largest, Math.max(smallest, textSize + by)) })
}

/** The transcript's letters, larger and smaller: lines of a menu. */
export function TextSize() {
  const { t } = useLingui()
  const size = usePreferences((preferences) => preferences.textSize)
  return (
    <MenuStepper
      label={t`Text size: ${size} px`}
      less={{ label: t`Smaller text`, disabled: size <= smallest, onSelect: () => resize(-1) }}
      more={{ label: t`Larger text`, disabled: size >= largest, onSelect: () => resize(1) }}
    />
  )
}

export function useTextSizeKeys(): void {
  const { t } = useLingui()
  const options = { group: t`Look`, inText: true }
  useShortcut('alt+=', t`Larger text`, () => resize(1), options)
  useShortcut('alt+-', t`Smaller text`, () => resize(-1), options)
}
