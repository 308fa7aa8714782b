import { Popover as BasePopover } from '@base-ui/react/popover'
import type { ReactElement, ReactNode } from 'react'
import popup from './Popup.module.css'

/** A small pane beside its trigger: fields and choices that need no dialog. Escape and a click outside close it. */
export function Popover({
  trigger,
  label,
  children,
  align = 'start',
  side = 'bottom',
  open,
  onOpenChange,
  className,
}: {
  trigger: ReactElement
  /** Its name for a screen reader. */
  label: string
  children: ReactNode
  align?: 'start' | 'center' | 'end' | undefined
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
  open?: boolean | undefined
  onOpenChange?: ((open: boolean) => void) | undefined
  className?: string | undefined
}) {
  const controlled = open === undefined ? {} : { open }
  return (
    <BasePopover.Root {...controlled} onOpenChange={(next) => onOpenChange?.(next)}>
      <BasePopover.Trigger render={trigger} />
      <BasePopover.Portal>
        <BasePopover.Positioner className={popup.positioner} align={align} side={side} sideOffset={4} collisionPadding={8}>
          <BasePopover.Popup className={[popup.popup, popup.content, className].filter(Boolean).join(' ')} aria-label={label}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}

/** A popover without a trigger, at a place of the page: an element, or a rectangle such as a selection's. */
export function AnchoredPopover({
  anchor,
  label,
  open,
  onOpenChange,
  children,
  side = 'bottom',
  align = 'start',
  className,
}: {
  anchor: Element | { getBoundingClientRect(): DOMRect } | null
  label: string
  open: boolean
  onOpenChange: (open: boolean) => void
  children: ReactNode
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
  align?: 'start' | 'center' | 'end' | undefined
  className?: string | undefined
}) {
  return (
    <BasePopover.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BasePopover.Portal>
        <BasePopover.Positioner className={popup.positioner} anchor={anchor} side={side} align={align} sideOffset={6} collisionPadding={8}>
          <BasePopover.Popup className={[popup.popup, className ?? popup.content].join(' ')} aria-label={label}>
            {children}
          </BasePopover.Popup>
        </BasePopover.Positioner>
      </BasePopover.Portal>
    </BasePopover.Root>
  )
}
