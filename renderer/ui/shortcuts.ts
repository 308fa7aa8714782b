import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'

/** A key that works in the whole window while its component is there. */
export type Shortcut = {
  /** Such as `mod+z` (Ctrl, on a Mac ⌘), `shift+f2`, `escape`, `?`; several ways are divided by a blank. */
  keys: string
  /** What it does, in the reader's language, for the overview of keys. */
  label: string
  /** Under which heading the overview lists it. */
  group?: string | undefined
  /** Whether it also works while text is being typed; false unless said otherwise. */
  inText?: boolean | ((field: Element) => boolean) | undefined
  /** Absent where the part that has the focus takes the key by itself: then it is only listed. */
  run?: ((event: KeyboardEvent) => void) | undefined
}

type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

export const isMac = typeof navigator !== 'undefined' && /mac/i.test(navigator.platform)

const registered: Shortcut[] = []
const listeners = new Set<() => void>()
let listed: readonly Shortcut[] = []

/** Registers a key for as long as the component is mounted. The one registered last wins, so that what lies on top comes first. */
export function useShortcut(
  keys: string,
  label: string,
  run: (event: KeyboardEvent) => void,
  options: Omit<Shortcut, 'keys' | 'label' | 'run'> & { enabled?: boolean | undefined } = {},
) {
  const { inText, group, enabled = true } = options
  const runNow = useEffectEvent(run)
  const inTextNow = useEffectEvent((field: Element) => (typeof inText === 'function' ? inText(field) : inText === true))
  useEffect(() => {
    if (!enabled) return
    return register({ keys, label, group, inText: (field) => inTextNow(field), run: (event) => runNow(event) })
  }, [keys, label, group, enabled])
}

/** Lists keys that a part of the page takes by itself, for as long as it is there. */
export function useListedKeys(group: string, keys: readonly Pick<Shortcut, 'keys' | 'label'>[]) {
  const entries = JSON.stringify(keys)
  useEffect(() => {
    const letGo = (JSON.parse(entries) as typeof keys).map((key) => register({ ...key, group }))
    return () => {
      for (const release of letGo) release()
    }
  }, [entries, group])
}

/** All keys that work at the moment, for the overview. */
export function useShortcuts(): readonly Shortcut[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => listed,
  )
}

export function register(shortcut: Shortcut): () => void {
  if (registered.length === 0) window.addEventListener('keydown', onKeyDown)
  registered.push(shortcut)
  announce()
  return () => {
    registered.splice(registered.indexOf(shortcut), 1)
    if (registered.length === 0) window.removeEventListener('keydown', onKeyDown)
    announce()
  }
}

function announce(): void {
  listed = [...registered]
  for (const listener of listeners) listener()
}

function onKeyDown(event: KeyboardEvent): void {
  // 229 is what browsers send for keys that belong to an input method.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
  const target = event.target instanceof Element ? event.target : null
  const field = target && isTextField(target) ? target : null
  const bare = !event.ctrlKey && !event.metaKey && !event.altKey
  // In a menu or a list of choices letters find an entry; in a dialog they are the dialog's.
  if (bare && target?.closest('[role=menu],[role=listbox],[role=dialog],[role=alertdialog]')) return
  for (let at = registered.length - 1; at >= 0; at--) {
    const shortcut = registered[at]!
    if (!shortcut.run || !shortcut.keys.split(' ').some((keys) => matches(keys, event, isMac))) continue
    if (field && !(typeof shortcut.inText === 'function' ? shortcut.inText(field) : shortcut.inText)) continue
    event.preventDefault()
    shortcut.run(event)
    return
  }
}

const textTypes = new Set(['text', 'search', 'url', 'tel', 'email', 'password', 'number', 'date', 'time', 'datetime-local'])

export function isTextField(element: Element): boolean {
  if (element instanceof HTMLTextAreaElement) return true
  if (element instanceof HTMLInputElement) return textTypes.has(element.type)
  return element instanceof HTMLElement && element.isContentEditable
}

const signPlaces: Record<string, string> = { '=': 'Equal', '-': 'Minus' }

/** Whether a pressed key is the one that `keys` names. Letters and digits go by their place where the layout writes no Latin ones. */
export function matches(keys: string, event: Pressed, mac: boolean): boolean {
  const parts = keys.split('+')
  const key = parts.pop() || '+'
  const wants = (name: string) => parts.includes(name)
  const ctrl = wants('ctrl') || (wants('mod') && !mac)
  const meta = wants('mod') && mac
  if (event.ctrlKey !== ctrl || event.metaKey !== meta || event.altKey !== wants('alt')) return false
  const single = key.length === 1
  const written = event.key.toLowerCase() === key
  // A sign such as ? or + may need Shift to be written at all.
  const sign = single && !/[a-z0-9]/.test(key)
  if (!sign && event.shiftKey !== wants('shift')) return false
  if (written) return true
  // With Alt a Mac writes another sign: then the key goes by its place.
  if (sign) return event.altKey && event.code === signPlaces[key]
  if (!single) return false
  const latin = /^[\x20-\x7e]$/.test(event.key)
  const shiftedDigit = /[0-9]/.test(key) && event.shiftKey
  return (!latin || shiftedDigit || event.altKey) && (event.code === `Key${key.toUpperCase()}` || event.code === `Digit${key}`)
}

const macNames: Record<string, string> = { mod: '⌘', ctrl: '⌃', alt: '⌥', shift: '⇧', enter: '↩', backspace: '⌫', delete: '⌦', escape: 'Esc' }
const otherNames: Record<string, string> = {
  mod: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  enter: '↵',
  delete: 'Del',
  backspace: '⌫',
  escape: 'Esc',
}
const arrowNames: Record<string, string> = { arrowup: '↑', arrowdown: '↓', arrowleft: '←', arrowright: '→' }

/** The first way of `keys` as the keyboard names it. */
export function spellKeys(keys: string, mac = isMac): string {
  const names = mac ? macNames : otherNames
  const parts = keys
    .split(' ')[0]!
    .split('+')
    .map((part) => names[part] ?? arrowNames[part] ?? (part.length <= 3 ? part.toUpperCase() : part))
  return parts.join(mac ? '' : ' ')
}
