import type { ReactNode } from 'react'
import styles from './PaneHeader.module.css'

/** A pane's small heading with its few buttons at the end. */
export function PaneHeader({ title, id, children }: { title: ReactNode; id?: string | undefined; children?: ReactNode }) {
  return (
    <div className={styles.header}>
      <h2 className={styles.title} id={id}>
        {title}
      </h2>
      {children && <div className={styles.actions}>{children}</div>}
    </div>
  )
}

/** The bar of a whole view: its name, a quiet line of facts, and its controls. */
export function ViewHeader({ title, facts, children }: { title: ReactNode; facts?: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.view}>
      <h1 className={styles.viewTitle}>{title}</h1>
      {facts && <span className={styles.facts}>{facts}</span>}
      {children && <div className={styles.controls}>{children}</div>}
    </div>
  )
}
