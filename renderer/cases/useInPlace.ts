import { type RefCallback, useCallback, useRef, useState } from 'react'

/** A button that becomes its field and, when the field is done with by a key, is a button with the focus again. */
export function useInPlace(): { editing: boolean; start: () => void; end: () => void; button: RefCallback<HTMLButtonElement> } {
  const [editing, setEditing] = useState(false)
  const wasEditing = useRef(false)
  const button = useCallback((element: HTMLButtonElement | null) => {
    if (!element || !wasEditing.current) return
    wasEditing.current = false
    // Where the person went on to another element by mouse or Tab, the focus is theirs.
    if (document.activeElement === document.body || document.activeElement === null) element.focus()
  }, [])
  const end = () => {
    wasEditing.current = true
    setEditing(false)
  }
  return { editing, start: () => setEditing(true), end, button }
}
