/** What a key does while the text is read and coded. */
export type KeyCommand =
  | { do: 'pick' | 'last' | 'in-vivo' | 'remove' | 'recode' | 'here' | 'next' | 'previous' | 'memo' | 'edit' | 'leave' }
  | { do: 'recent'; number: number }

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const byName: Record<string, KeyCommand> = {
  Enter: { do: 'last' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  Escape: { do: 'leave' },
  F2: { do: 'edit' },
  '/': { do: 'pick' },
  '[': { do: 'previous' },
  ']': { do: 'next' },
}

const byLetter: Record<string, KeyCommand> = {
  c: { do: 'pick' },
  v: { do: 'in-vivo' },
  r: { do: 'recode' },
  i: { do: 'here' },
  m: { do: 'memo' },
  e: { do: 'edit' },
  n: { do: 'next' },
  p: { do: 'previous' },
}

/** Letters and digits go by their place on the keyboard where the layout, or an input method, writes no Latin ones. */
export function commandFor(event: Pressed): KeyCommand | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null
  const named = byName[event.key]
  if (named) return event.shiftKey && event.key.length > 1 ? null : named
  if (event.shiftKey) return null
  const key = /^[\x21-\x7e]$/.test(event.key) ? event.key.toLowerCase() : (/^(?:Key|Digit|Numpad)(.)$/.exec(event.code)?.[1]?.toLowerCase() ?? '')
  if (/^[1-9]$/.test(key)) return { do: 'recent', number: Number(key) }
  return byLetter[key] ?? null
}
