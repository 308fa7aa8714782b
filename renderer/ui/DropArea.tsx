import { Import } from 'lucide-react'
import { type ReactNode, useEffect, useEffectEvent, useState } from 'react'
import styles from './DropArea.module.css'

/** While files are dragged over the window it says what dropping them does, wherever that is. */
export function DropArea({ onFiles, children }: { onFiles: (files: readonly File[]) => void; children: ReactNode }) {
  const [over, setOver] = useState(false)
  const take = useEffectEvent(onFiles)

  useEffect(() => {
    // Enter and leave come for every element on the way: only their balance says whether the window was left.
    let depth = 0
    const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') === true
    const onEnter = (event: DragEvent) => {
      if (carriesFiles(event)) setOver(++depth > 0)
    }
    const onLeave = (event: DragEvent) => {
      if (carriesFiles(event)) setOver(--depth > 0)
    }
    const onOver = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      event.dataTransfer!.dropEffect = 'copy'
    }
    const onDrop = (event: DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      take([...event.dataTransfer!.files])
    }
    const listeners = { dragenter: onEnter, dragleave: onLeave, dragover: onOver, drop: onDrop }
    for (const [name, listener] of Object.entries(listeners)) window.addEventListener(name, listener as EventListener)
    return () => {
      for (const [name, listener] of Object.entries(listeners)) window.removeEventListener(name, listener as EventListener)
    }
  }, [])

  if (!over) return null
  return (
    <div className={styles.overlay}>
      <div className={styles.note}>
        <Import aria-hidden />
        <span>{children}</span>
      </div>
    </div>
  )
}
