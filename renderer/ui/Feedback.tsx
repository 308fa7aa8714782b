import { Progress as BaseProgress } from '@base-ui/react/progress'
import { CircleAlert } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import styles from './Feedback.module.css'

/** An empty place: what belongs here, and the one next step. */
export function EmptyState({
  icon,
  title,
  children,
  action,
  small = false,
}: {
  icon?: ReactNode
  title: ReactNode
  /** One or two sentences. */
  children?: ReactNode
  action?: ReactNode
  /** For a pane rather than a view. */
  small?: boolean | undefined
}) {
  return (
    <div className={styles.empty} data-small={small || undefined}>
      {icon && (
        <div className={styles.emptyIcon} aria-hidden>
          {icon}
        </div>
      )}
      <p className={styles.emptyTitle}>{title}</p>
      {children && <div className={styles.emptyText}>{children}</div>}
      {action && <div className={styles.emptyAction}>{action}</div>}
    </div>
  )
}

/** Something that did not work, in its place: what happened and what to do. */
export function ErrorNote({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.error} role="alert">
      <CircleAlert aria-hidden />
      <div className={styles.errorText}>{children}</div>
      {action}
    </div>
  )
}

/** How far a long run is; without `total` only that it goes on. */
export function Progress({ label, done, total }: { label: string; done?: number | undefined; total?: number | undefined }) {
  const known = done !== undefined && total !== undefined && total > 0
  return (
    <BaseProgress.Root className={styles.progress} value={known ? (100 * done) / total : null}>
      <div className={styles.progressLine}>
        <BaseProgress.Label className={styles.progressLabel}>{label}</BaseProgress.Label>
        {known && (
          <span className={styles.progressCount}>
            {done} / {total}
          </span>
        )}
      </div>
      <BaseProgress.Track className={styles.track}>
        <BaseProgress.Indicator className={styles.indicator} />
      </BaseProgress.Track>
    </BaseProgress.Root>
  )
}

/** True once `waiting` has lasted so long that saying nothing would seem broken. */
export function useLate(waiting: boolean, afterMs = 300): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    setLate(false)
    if (!waiting) return
    const timer = setTimeout(() => setLate(true), afterMs)
    return () => clearTimeout(timer)
  }, [waiting, afterMs])
  return waiting && late
}

/** The shape of what will stand here, shown only if it takes longer than 300 ms. */
export function Skeleton({ rows = 4, label }: { rows?: number | undefined; label: string }) {
  const late = useLate(true)
  if (!late) return null
  return (
    <div className={styles.skeleton} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows are all alike and never move
        <span key={row} style={{ width: `${[72, 56, 84, 48][row % 4]}%` }} />
      ))}
    </div>
  )
}
