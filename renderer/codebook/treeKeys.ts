import type { Step } from './moves.ts'

/** What a key pressed on a row of the tree asks for. */
export type TreeCommand =
  | { do: 'focus'; to: 'next' | 'previous' | 'first' | 'last'; extend: boolean }
  | { do: 'open' | 'close' | 'apply' | 'show' | 'toggle' | 'selectAll' | 'rename' | 'remove' | 'createBeside' | 'createBelow' }
  | { do: 'move'; step: Step }
  | { do: 'type'; letter: string }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>

const steps: Record<string, Step> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
const places = { ArrowDown: 'next', ArrowUp: 'previous', Home: 'first', End: 'last' } as const
const simple = { ArrowRight: 'open', ArrowLeft: 'close', Enter: 'apply', ' ': 'show', F2: 'rename', Delete: 'remove' } as const

/** The keys of the pattern for trees (WAI-ARIA), and Emic's own; null for one that the tree leaves alone. */
export function treeCommand({ key, ctrlKey, metaKey, altKey, shiftKey }: Pressed): TreeCommand | null {
  const mod = ctrlKey || metaKey
  if (altKey) return !mod && !shiftKey && steps[key] ? { do: 'move', step: steps[key] } : null
  if (key === 'Insert' && !mod) return { do: shiftKey ? 'createBelow' : 'createBeside' }
  if (mod) {
    if (key === 'Enter') return { do: shiftKey ? 'createBelow' : 'createBeside' }
    if (key === ' ') return { do: 'toggle' }
    if (key.toLowerCase() === 'a' && !shiftKey) return { do: 'selectAll' }
    return null
  }
  if (key in places) return { do: 'focus', to: places[key as keyof typeof places], extend: shiftKey }
  if (!shiftKey && key in simple) return { do: simple[key as keyof typeof simple] }
  // Digits stay with the window: they apply the codes used last.
  return [...key].length === 1 && /[^\s\d]/u.test(key) ? { do: 'type', letter: key } : null
}
