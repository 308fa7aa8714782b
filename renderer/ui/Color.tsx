import { useLingui } from '@lingui/react/macro'
import type { CSSProperties, KeyboardEvent } from 'react'
import { palette } from '#shared/model/palette.ts'
import styles from './Color.module.css'

/** A code's colour; always beside its name. Hollow for a category that is not itself codable. */
export function ColorSwatch({ color, hollow = false }: { color: string; hollow?: boolean | undefined }) {
  return <span aria-hidden className={styles.swatch} data-hollow={hollow || undefined} style={{ '--c': color } as CSSProperties} />
}

/** The palette's twelve hues; arrow keys go through them. */
export function ColorPicker({ value, onValueChange }: { value: string; onValueChange: (color: string) => void }) {
  const { t } = useLingui()
  const names = [t`Red`, t`Cyan`, t`Yellow`, t`Violet`, t`Green`, t`Pink`, t`Blue`, t`Orange`, t`Teal`, t`Purple`, t`Olive`, t`Grey`]
  const chosen = (palette as readonly string[]).indexOf(value)
  const columns = 6
  const steps: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (Math.max(chosen, 0) + step + palette.length) % palette.length
    onValueChange(palette[next]!)
    event.currentTarget.querySelectorAll<HTMLElement>('[role=radio]')[next]?.focus()
  }
  return (
    <div className={styles.picker} role="radiogroup" aria-label={t`Colour`} onKeyDown={onKeyDown}>
      {palette.map((color, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot be drawn as a swatch with its own focus ring
        <button
          key={color}
          type="button"
          role="radio"
          aria-checked={index === chosen}
          aria-label={names[index]}
          title={names[index]}
          tabIndex={index === Math.max(chosen, 0) ? 0 : -1}
          className={styles.choice}
          style={{ '--c': color } as CSSProperties}
          onClick={() => onValueChange(color)}
        />
      ))}
    </div>
  )
}
