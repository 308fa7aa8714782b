import { Trans, useLingui } from '@lingui/react/macro'
import { Minus, Plus } from 'lucide-react'
import { setPreferences, usePreferences } from '#renderer/state/preferences.ts'
import { IconButton, useShortcut } from '#renderer/ui/index.ts'
import styles from './TextSize.module.css'

const smallest = 12
const largest = 32

function resize(by: number): void {
  const { textSize } = usePreferences.getState()
  setPreferences({ textSize: Math.min(largest, Math.max(smallest, textSize + by)) })
}

/** The transcript's letters, larger and smaller. */
export function TextSize() {
  const { t } = useLingui()
  const size = usePreferences((preferences) => preferences.textSize)
  return (
    <div className={styles.line}>
      <span className={styles.label}>
        <Trans>Text size</Trans>
      </span>
      <IconButton label={t`Smaller text`} keys="alt+-" disabled={size <= smallest} onClick={() => resize(-1)}>
        <Minus aria-hidden />
      </IconButton>
      <output className={styles.size}>{t`${size} px`}</output>
      <IconButton label={t`Larger text`} keys="alt+=" disabled={size >= largest} onClick={() => resize(1)}>
        <Plus aria-hidden />
      </IconButton>
    </div>
  )
}

export function useTextSizeKeys(): void {
  const { t } = useLingui()
  const options = { group: t`Look`, inText: true }
  useShortcut('alt+=', t`Larger text`, () => resize(1), options)
  useShortcut('alt+-', t`Smaller text`, () => resize(-1), options)
}
