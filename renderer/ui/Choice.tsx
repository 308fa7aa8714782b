import { Checkbox as BaseCheckbox } from '@base-ui/react/checkbox'
import { Tabs as BaseTabs } from '@base-ui/react/tabs'
import { Toggle as BaseToggle } from '@base-ui/react/toggle'
import { ToggleGroup as BaseToggleGroup } from '@base-ui/react/toggle-group'
import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import styles from './Choice.module.css'

export function Checkbox({
  label,
  checked,
  mixed = false,
  hideLabel = false,
  disabled,
  onCheckedChange,
}: {
  label: ReactNode
  checked: boolean
  mixed?: boolean | undefined
  hideLabel?: boolean | undefined
  disabled?: boolean | undefined
  onCheckedChange: (checked: boolean) => void
}) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is Base UI's checkbox inside
    <label className={styles.check}>
      <BaseCheckbox.Root
        className={styles.box}
        checked={checked}
        indeterminate={mixed}
        disabled={disabled}
        onCheckedChange={(next) => onCheckedChange(next)}
      >
        <BaseCheckbox.Indicator className={styles.tick}>{mixed ? <Minus aria-hidden /> : <Check aria-hidden />}</BaseCheckbox.Indicator>
      </BaseCheckbox.Root>
      <span className={hideLabel ? 'visually-hidden' : undefined}>{label}</span>
    </label>
  )
}

/** A button that stays pressed. */
export function Toggle({
  pressed,
  onPressedChange,
  children,
  label,
}: {
  pressed: boolean
  onPressedChange: (pressed: boolean) => void
  children: ReactNode
  label?: string | undefined
}) {
  return (
    <BaseToggle className={styles.toggle} pressed={pressed} onPressedChange={(next) => onPressedChange(next)} aria-label={label}>
      {children}
    </BaseToggle>
  )
}

/** One of two or three, all in sight. */
export function Segmented<Value extends string>({
  label,
  value,
  options,
  onValueChange,
}: {
  label: string
  value: Value
  options: readonly { value: Value; label: ReactNode }[]
  onValueChange: (value: Value) => void
}) {
  return (
    <BaseToggleGroup
      className={styles.segments}
      aria-label={label}
      value={[value]}
      onValueChange={([next]) => next !== undefined && onValueChange(next as Value)}
    >
      {options.map((option) => (
        <BaseToggle key={option.value} value={option.value} className={styles.segment}>
          {option.label}
        </BaseToggle>
      ))}
    </BaseToggleGroup>
  )
}

/** Views in one place; `children` show the chosen one. */
export function Tabs<Value extends string>({
  label,
  value,
  tabs,
  onValueChange,
  children,
}: {
  label: string
  value: Value
  tabs: readonly { value: Value; label: ReactNode }[]
  onValueChange: (value: Value) => void
  children: ReactNode
}) {
  return (
    <BaseTabs.Root className={styles.tabs} value={value} onValueChange={(next: Value) => onValueChange(next)}>
      <BaseTabs.List className={styles.tabList} aria-label={label}>
        {tabs.map((tab) => (
          <BaseTabs.Tab key={tab.value} value={tab.value} className={styles.tab}>
            {tab.label}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      <BaseTabs.Panel className={styles.tabPanel} value={value}>
        {children}
      </BaseTabs.Panel>
    </BaseTabs.Root>
  )
}
