import { type ReactNode, useState } from 'react'
import { Group, Panel, Separator } from 'react-resizable-panels'
import styles from './SplitPane.module.css'

/** Panes side by side (or one above the other) that can be resized by drag and, on the handle, by arrow keys. */
export function SplitPane({ direction, id, children }: { direction: 'horizontal' | 'vertical'; id: string; children: ReactNode }) {
  return (
    <Group id={id} orientation={direction} className={styles.group} resizeTargetMinimumSize={{ coarse: 24, fine: 9 }}>
      {children}
    </Group>
  )
}

/** A pane with its own size in CSS pixels, told to `onSize` when it changes. The one without a size takes what is left. */
export function Pane({
  id,
  size,
  minSize,
  maxSize,
  onSize,
  children,
}: {
  id: string
  size?: number | undefined
  minSize?: number | undefined
  maxSize?: number | string | undefined
  onSize?: ((pixels: number) => void) | undefined
  children: ReactNode
}) {
  // A size that changed under the hand that drags it would begin the drag anew: it counts when the pane is shown.
  const [first] = useState(size)
  return (
    <Panel
      id={id}
      className={styles.pane}
      defaultSize={first}
      minSize={minSize}
      maxSize={maxSize}
      groupResizeBehavior={size === undefined ? 'preserve-relative-size' : 'preserve-pixel-size'}
      onResize={(now, _id, before) => before && onSize?.(Math.round(now.inPixels))}
    >
      {children}
    </Panel>
  )
}

export function SplitHandle({ label }: { label: string }) {
  return <Separator className={styles.handle} aria-label={label} />
}
