import { useVirtualizer } from '@tanstack/react-virtual'
import { type ComponentProps, type ReactNode, type Ref, type RefObject, useImperativeHandle, useRef } from 'react'
import styles from './VirtualList.module.css'

export type VirtualListHandle = { scrollToIndex: (index: number) => void }

/** A long list of which only the visible rows exist. Rows may differ in height: `estimateSize` is the first guess in CSS pixels. */
export function VirtualList<Item>({
  items,
  itemKey,
  estimateSize,
  renderItem,
  handle,
  rootRef,
  overscan = 8,
  className,
  ...rest
}: {
  items: readonly Item[]
  itemKey: (item: Item, index: number) => string | number
  estimateSize: (index: number) => number
  renderItem: (item: Item, index: number) => ReactNode
  handle?: Ref<VirtualListHandle> | undefined
  /** The scrolling element, such as for giving it the focus. */
  rootRef?: RefObject<HTMLDivElement | null> | undefined
  overscan?: number | undefined
} & Omit<ComponentProps<'div'>, 'children' | 'ref'>) {
  const own = useRef<HTMLDivElement>(null)
  const scroller = rootRef ?? own
  const virtualizer = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroller.current,
    estimateSize,
    getItemKey: (index) => itemKey(items[index]!, index),
    overscan,
  })
  useImperativeHandle(handle, () => ({ scrollToIndex: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }) }), [virtualizer])
  return (
    <div ref={scroller} className={[styles.scroller, className].filter(Boolean).join(' ')} {...rest}>
      <div className={styles.whole} role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => (
          <div
            key={row.key}
            ref={virtualizer.measureElement}
            data-index={row.index}
            role="presentation"
            className={styles.row}
            style={{ transform: `translateY(${row.start}px)` }}
          >
            {renderItem(items[row.index]!, row.index)}
          </div>
        ))}
      </div>
    </div>
  )
}
