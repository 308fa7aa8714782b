import { Dialog as BaseDialog } from '@base-ui/react/dialog'
import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'
import { IconButton } from './Button.tsx'
import styles from './Dialog.module.css'

/** For work that needs the whole attention, such as an import; a popover or an inline field serves everything smaller. */
export function Dialog({
  open,
  onOpenChange,
  title,
  description,
  children,
  footer,
  width = 720,
}: {
  open: boolean
  onOpenChange: (open: boolean) => void
  title: ReactNode
  description?: ReactNode
  children: ReactNode
  footer?: ReactNode
  /** CSS pixels; never wider or higher than the window. */
  width?: number | undefined
}) {
  const { t } = useLingui()
  const popup = useRef<HTMLDivElement>(null)
  return (
    <BaseDialog.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Viewport className={styles.viewport}>
          <BaseDialog.Popup ref={popup} initialFocus={popup} className={styles.popup} style={{ width }}>
            <header className={styles.header}>
              <div className={styles.titles}>
                <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
                {description && <BaseDialog.Description className={styles.description}>{description}</BaseDialog.Description>}
              </div>
              <BaseDialog.Close
                render={
                  <IconButton label={t`Close`} keys="escape">
                    <X aria-hidden />
                  </IconButton>
                }
              />
            </header>
            <div className={styles.body}>{children}</div>
            {footer && <footer className={styles.footer}>{footer}</footer>}
          </BaseDialog.Popup>
        </BaseDialog.Viewport>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  )
}
