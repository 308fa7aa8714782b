import { Button as BaseButton } from '@base-ui/react/button'
import type { ComponentProps, ReactNode, Ref } from 'react'
import styles from './Button.module.css'
import { Tooltip } from './Tooltip.tsx'

export type ButtonProps = Omit<ComponentProps<'button'>, 'ref'> & {
  /** `primary`: the one next step; `quiet`: without an outline; `danger`: takes something away. */
  look?: 'plain' | 'primary' | 'quiet' | 'danger' | undefined
  size?: 'normal' | 'large' | undefined
  /** Stands before the words. */
  icon?: ReactNode
  ref?: Ref<HTMLButtonElement> | undefined
}

export function Button({ look = 'plain', size = 'normal', icon, className, children, type = 'button', ...rest }: ButtonProps) {
  return (
    <BaseButton type={type} className={[styles.button, className].filter(Boolean).join(' ')} data-look={look} data-size={size} {...rest}>
      {icon}
      {children}
    </BaseButton>
  )
}

export type IconButtonProps = Omit<ComponentProps<'button'>, 'ref' | 'children' | 'aria-label'> & {
  /** Its name for a screen reader, and the tooltip. */
  label: string
  /** Keys as the registry writes them, such as `mod+i`: shown in the tooltip. */
  keys?: string | undefined
  /** Shown as pressed, and told as such. */
  pressed?: boolean | undefined
  side?: 'top' | 'bottom' | 'left' | 'right' | undefined
  children: ReactNode
  ref?: Ref<HTMLButtonElement> | undefined
}

/** A button that is a picture only: its label is the tooltip. Works as the `render` of a menu's or popover's trigger. */
export function IconButton({ label, keys, pressed, side, className, children, type = 'button', ...rest }: IconButtonProps) {
  return (
    <Tooltip label={label} keys={keys} side={side}>
      <BaseButton type={type} aria-label={label} aria-pressed={pressed} className={[styles.icon, className].filter(Boolean).join(' ')} {...rest}>
        {children}
      </BaseButton>
    </Tooltip>
  )
}
