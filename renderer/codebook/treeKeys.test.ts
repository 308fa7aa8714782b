import { describe, expect, it } from 'vitest'
import { treeCommand } from './treeKeys.ts'

function press(keys: string) {
  const parts = keys.split('+')
  const held = (name: string) => parts.includes(name)
  return treeCommand({ key: parts.at(-1)!, ctrlKey: held('Ctrl'), metaKey: held('Meta'), altKey: held('Alt'), shiftKey: held('Shift') })
}

describe('keys on a code', () => {
  it('go through the tree as in every tree', () => {
    expect(press('ArrowDown')).toEqual({ do: 'focus', to: 'next', extend: false })
    expect(press('Shift+ArrowUp')).toEqual({ do: 'focus', to: 'previous', extend: true })
    expect(press('ArrowRight')).toEqual({ do: 'open' })
    expect(press('End')).toEqual({ do: 'focus', to: 'last', extend: false })
  })

  it('code, show, rename, remove and make', () => {
    expect(press('Enter')).toEqual({ do: 'apply' })
    expect(press(' ')).toEqual({ do: 'show' })
    expect(press('F2')).toEqual({ do: 'rename' })
    expect(press('Delete')).toEqual({ do: 'remove' })
    expect(press('Insert')).toEqual({ do: 'createBeside' })
    expect(press('Meta+Enter')).toEqual({ do: 'createBeside' })
    expect(press('Ctrl+Shift+Enter')).toEqual({ do: 'createBelow' })
    expect(press('Alt+ArrowRight')).toEqual({ do: 'move', step: 'in' })
  })

  it('find a name in any script, and leave digits and the window’s own keys alone', () => {
    expect(press('信')).toEqual({ do: 'type', letter: '信' })
    expect(press('v')).toEqual({ do: 'type', letter: 'v' })
    for (const keys of ['3', 'Ctrl+z', 'Ctrl+k', 'Escape', 'Tab', 'Alt+Ctrl+ArrowUp']) expect(press(keys)).toBeNull()
  })
})
