import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import { ColorPicker } from '#renderer/ui/index.ts'
import styles from './ColorChoice.module.css'

/** The twelve hues, or any colour at all. */
export function ColorChoice({ value, onChange }: { value: string; onChange: (color: string) => void }) {
  const [own, setOwn] = useState(value)
  return (
    <div className={styles.choice}>
      <ColorPicker value={value} onValueChange={onChange} />
      <label className={styles.own}>
        <input
          type="color"
          value={own}
          // While the system's picker is open a colour is only tried; leaving it takes the last one, so that one choice is one change.
          onChange={(event) => setOwn(event.target.value)}
          onBlur={() => own !== value && onChange(own)}
        />
        <Trans>Another colour</Trans>
      </label>
    </div>
  )
}
