import { type ChangeEvent, type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'

const pauseMs = 1500

/**
 * A text that saves itself: after a pause in typing, on leaving the field, and when the field goes away. Escape puts back what stood
 * there when it was entered. What comes from elsewhere (an undo, another window) shows as long as nothing is being typed.
 *
 * `save` is called with `goesOn` true when more of the same typing may follow.
 */
export function useAutosave(value: string, save: (text: string, goesOn: boolean) => void) {
  const [text, setText] = useState(value)
  const saved = useRef(value)
  const entered = useRef(value)
  const typing = useRef(false)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)

  const latest = useRef(text)
  latest.current = text

  const flush = useEffectEvent((goesOn: boolean) => {
    clearTimeout(timer.current)
    if (latest.current === saved.current) return
    saved.current = latest.current
    save(latest.current, goesOn)
  })

  useEffect(() => {
    saved.current = value
    if (!typing.current) setText(value)
  }, [value])
  useEffect(() => () => flush(false), [])

  return {
    text,
    fieldProps: {
      value: text,
      onFocus: () => {
        entered.current = text
        typing.current = true
      },
      onChange: (event: ChangeEvent<HTMLTextAreaElement | HTMLInputElement>) => {
        setText(event.target.value)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => flush(true), pauseMs)
      },
      onBlur: () => {
        typing.current = false
        flush(false)
      },
      onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement | HTMLInputElement>) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.stopPropagation()
        latest.current = entered.current
        setText(entered.current)
        event.currentTarget.blur()
      },
    },
  }
}
