import { Select as BaseSelect } from '@base-ui/react/select'
import { Check, ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import popup from './Popup.module.css'
import styles from './Select.module.css'

export type Option<Value extends string> = { value: Value; label: string; icon?: ReactNode }

/** One of a few; for longer lists a picker with a field serves better. */
export function Select<Value extends string>({
  label,
  hideLabel = false,
  value,
  options,
  onValueChange,
  disabled,
  className,
}: {
  label: string
  hideLabel?: boolean | undefined
  value: Value
  options: readonly Option<Value>[]
  onValueChange: (value: Value) => void
  disabled?: boolean | undefined
  className?: string | undefined
}) {
  const chosen = options.find((option) => option.value === value)
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <BaseSelect.Root
        value={value}
        items={options.map((option) => ({ value: option.value, label: option.label }))}
        onValueChange={(next) => next !== null && onValueChange(next)}
        disabled={disabled}
        modal={false}
      >
        {!hideLabel && <span className={styles.label}>{label}</span>}
        <BaseSelect.Trigger className={styles.trigger} aria-label={`${label}: ${chosen?.label ?? ''}`}>
          {chosen?.icon}
          <BaseSelect.Value className={styles.value} />
          <BaseSelect.Icon className={styles.arrow}>
            <ChevronDown aria-hidden />
          </BaseSelect.Icon>
        </BaseSelect.Trigger>
        <BaseSelect.Portal>
          <BaseSelect.Positioner className={popup.positioner} sideOffset={4} alignItemWithTrigger={false} collisionPadding={8}>
            <BaseSelect.Popup className={popup.popup}>
              <BaseSelect.List className={popup.list}>
                {options.map((option) => (
                  <BaseSelect.Item key={option.value} value={option.value} className={popup.item}>
                    <span className={popup.mark}>
                      <BaseSelect.ItemIndicator>
                        <Check aria-hidden />
                      </BaseSelect.ItemIndicator>
                    </span>
                    {option.icon}
                    <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                  </BaseSelect.Item>
                ))}
              </BaseSelect.List>
            </BaseSelect.Popup>
          </BaseSelect.Positioner>
        </BaseSelect.Portal>
      </BaseSelect.Root>
    </div>
  )
}
