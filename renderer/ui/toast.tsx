import { Toast } from '@base-ui/react/toast'
import { useLingui } from '@lingui/react/macro'
import { CircleAlert, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { IconButton } from './Button.tsx'
import styles from './toast.module.css'

type ToastOptions = {
  message: ReactNode
  /** The one thing that can be done about it, such as Undo. */
  action?: { label: string; run: () => void } | undefined
  /** `problem`: something was refused; it stays longer and is told at once. */
  tone?: 'quiet' | 'problem' | undefined
  /** A new toast with the same id takes the old one's place. */
  id?: string | undefined
}

type ToastData = { tone: 'quiet' | 'problem' }

const manager = Toast.createToastManager<ToastData>()
const quietMs = 6000
const problemMs = 12_000

/** Tells briefly what happened, wherever the person is. */
export function toast({ message, action, tone = 'quiet', id }: ToastOptions): void {
  const toastId: string = manager.add({
    ...(id === undefined ? {} : { id }),
    title: message,
    data: { tone },
    priority: tone === 'problem' ? 'high' : 'low',
    timeout: tone === 'problem' ? problemMs : quietMs,
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(toastId)
          action.run()
        },
      },
    }),
  })
}

export function closeToast(id: string): void {
  manager.close(id)
}

export function ToastProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label={t`Notifications`}>
          <Toasts />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Toasts() {
  const { t } = useLingui()
  const { toasts } = Toast.useToastManager<ToastData>()
  return toasts.map((item) => (
    <Toast.Root key={item.id} toast={item} className={styles.toast} swipeDirection={['right', 'down']} data-tone={item.data?.tone}>
      <Toast.Content className={styles.content}>
        {item.data?.tone === 'problem' && <CircleAlert aria-hidden className={styles.alert} />}
        <Toast.Title className={styles.message} render={<div />} />
        <Toast.Action className={styles.action} />
        <Toast.Close
          render={
            <IconButton label={t`Dismiss`}>
              <X aria-hidden />
            </IconButton>
          }
        />
      </Toast.Content>
    </Toast.Root>
  ))
}
