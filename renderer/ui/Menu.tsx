import { ContextMenu as BaseContextMenu } from '@base-ui/react/context-menu'
import { Menu as BaseMenu } from '@base-ui/react/menu'
import { useLingui } from '@lingui/react/macro'
import { Check, ChevronRight, Minus, Plus } from 'lucide-react'
import type { ReactElement, ReactNode } from 'react'
import { Kbd } from './Kbd.tsx'
import popup from './Popup.module.css'

/** A button that opens a list of actions. `trigger` is the button, such as an IconButton. */
export function Menu({
  trigger,
  children,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
}: {
  trigger: ReactElement
  children: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
}) {
  const controlled = open === undefined ? {} : { open }
  return (
    <BaseMenu.Root {...controlled} onOpenChange={(next) => onOpenChange?.(next)}>
      <BaseMenu.Trigger render={trigger} />
      <MenuPopup asRegion align={align} side={side}>
        {children}
      </MenuPopup>
    </BaseMenu.Root>
  )
}

/** The same list at the pointer, by right click, long press or the menu key. `target` is the element it belongs to. */
export function ContextMenu({
  target,
  children,
  onOpenChange,
}: {
  target: ReactElement
  children: ReactNode
  onOpenChange?: ((open: boolean) => void) | undefined
}) {
  return (
    <BaseContextMenu.Root onOpenChange={(next) => onOpenChange?.(next)}>
      <BaseContextMenu.Trigger render={target} />
      <MenuPopup asRegion>{children}</MenuPopup>
    </BaseContextMenu.Root>
  )
}

function MenuPopup({
  children,
  asRegion = false,
  align,
  side,
}: {
  children: ReactNode
  /** Menus float beside the page's landmarks, so the outermost one makes its own. */
  asRegion?: boolean | undefined
  align?: 'start' | 'center' | 'end' | undefined
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
}) {
  const { t } = useLingui()
  const region = asRegion ? { role: 'region', 'aria-label': t`Menu` } : {}
  return (
    <BaseMenu.Portal {...region}>
      <BaseMenu.Positioner className={popup.positioner} align={align} side={side} sideOffset={4} collisionPadding={8}>
        <BaseMenu.Popup className={popup.popup}>{children}</BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  )
}

export function MenuItem({
  children,
  icon,
  keys,
  danger,
  disabled,
  onSelect,
}: {
  children: ReactNode
  icon?: ReactNode
  keys?: string | undefined
  danger?: boolean | undefined
  disabled?: boolean | undefined
  onSelect: () => void
}) {
  return (
    <BaseMenu.Item className={popup.item} data-danger={danger || undefined} disabled={disabled} onClick={onSelect}>
      <span className={popup.mark}>{icon}</span>
      <span className={popup.text}>{children}</span>
      {keys && (
        <span className={popup.end}>
          <Kbd keys={keys} />
        </span>
      )}
    </BaseMenu.Item>
  )
}

/** One of several, ticked. */
export function MenuChoices<Value extends string>({
  label,
  value,
  options,
  onValueChange,
}: {
  label: string
  value: Value
  options: readonly { value: Value; label: string; lang?: string | undefined; icon?: ReactNode }[]
  onValueChange: (value: Value) => void
}) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className={popup.label}>{label}</BaseMenu.GroupLabel>
      <BaseMenu.RadioGroup value={value} onValueChange={(next: Value) => onValueChange(next)}>
        {options.map((option) => (
          <BaseMenu.RadioItem key={option.value} value={option.value} className={popup.item} lang={option.lang} closeOnClick={false}>
            <span className={popup.mark}>
              <BaseMenu.RadioItemIndicator>
                <Check aria-hidden />
              </BaseMenu.RadioItemIndicator>
            </span>
            {option.icon}
            <span className={popup.text}>{option.label}</span>
          </BaseMenu.RadioItem>
        ))}
      </BaseMenu.RadioGroup>
    </BaseMenu.Group>
  )
}

export function MenuCheck({
  children,
  checked,
  keys,
  onCheckedChange,
}: {
  children: ReactNode
  checked: boolean
  keys?: string | undefined
  onCheckedChange: (checked: boolean) => void
}) {
  return (
    <BaseMenu.CheckboxItem className={popup.item} checked={checked} onCheckedChange={(next) => onCheckedChange(next)} closeOnClick={false}>
      <span className={popup.mark}>
        <BaseMenu.CheckboxItemIndicator>
          <Check aria-hidden />
        </BaseMenu.CheckboxItemIndicator>
      </span>
      <span className={popup.text}>{children}</span>
      {keys && (
        <span className={popup.end}>
          <Kbd keys={keys} />
        </span>
      )}
    </BaseMenu.CheckboxItem>
  )
}

export function Submenu({ label, icon, children }: { label: ReactNode; icon?: ReactNode; children: ReactNode }) {
  return (
    <BaseMenu.SubmenuRoot>
      <BaseMenu.SubmenuTrigger className={popup.item}>
        <span className={popup.mark}>{icon}</span>
        <span className={popup.text}>{label}</span>
        <span className={popup.end}>
          <ChevronRight aria-hidden />
        </span>
      </BaseMenu.SubmenuTrigger>
      <MenuPopup>{children}</MenuPopup>
    </BaseMenu.SubmenuRoot>
  )
}

export function MenuGroup({ label, children }: { label: string; children: ReactNode }) {
  return (
    <BaseMenu.Group>
      <BaseMenu.GroupLabel className={popup.label}>{label}</BaseMenu.GroupLabel>
      {children}
    </BaseMenu.Group>
  )
}

type Step = { label: string; disabled: boolean; onSelect: () => void }

/** A figure that is made smaller and larger in steps; the menu stays open. `label` says the figure too. */
export function MenuStepper({ label, less, more }: { label: string; less: Step; more: Step }) {
  const step = ({ label, disabled, onSelect }: Step, icon: ReactNode) => (
    <BaseMenu.Item className={popup.step} aria-label={label} disabled={disabled} closeOnClick={false} onClick={onSelect}>
      {icon}
    </BaseMenu.Item>
  )
  return (
    <BaseMenu.Group className={popup.stepper}>
      <BaseMenu.GroupLabel className={popup.text}>{label}</BaseMenu.GroupLabel>
      {step(less, <Minus aria-hidden />)}
      {step(more, <Plus aria-hidden />)}
    </BaseMenu.Group>
  )
}

export function MenuSeparator() {
  return <BaseMenu.Separator className={popup.separator} />
}
