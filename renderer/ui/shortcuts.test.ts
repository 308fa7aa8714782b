import { describe, expect, it } from 'vitest'
import { matches, spellKeys } from './shortcuts.ts'

const pressed = (key: string, over: Partial<Parameters<typeof matches>[1]> = {}) => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
})

describe('a key', () => {
  it('works with Ctrl, and with ⌘ on a Mac', () => {
    expect(matches('mod+z', pressed('z', { ctrlKey: true }), false)).toBe(true)
    expect(matches('mod+z', pressed('z', { metaKey: true }), true)).toBe(true)
    expect(matches('mod+z', pressed('z', { ctrlKey: true }), true)).toBe(false)
  })

  it('is told apart from the same key with Shift', () => {
    expect(matches('mod+z', pressed('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(false)
    expect(matches('mod+shift+z', pressed('Z', { ctrlKey: true, shiftKey: true }), false)).toBe(true)
  })

  it('works by its place on a keyboard that writes no Latin letters', () => {
    expect(matches('mod+z', pressed('я', { ctrlKey: true, code: 'KeyZ' }), false)).toBe(true)
  })

  it('follows the layout where it writes Latin letters in other places', () => {
    expect(matches('mod+z', pressed('y', { ctrlKey: true, code: 'KeyZ' }), false)).toBe(false)
  })

  it('that is a sign works however it is written', () => {
    expect(matches('?', pressed('?', { shiftKey: true }), false)).toBe(true)
    expect(matches('?', pressed('?'), false)).toBe(true)
  })

  it('with Alt works although a Mac writes another sign with it', () => {
    expect(matches('alt+2', pressed('™', { altKey: true, code: 'Digit2' }), true)).toBe(true)
    expect(matches('alt+=', pressed('≠', { altKey: true, code: 'Equal' }), true)).toBe(true)
    expect(matches('alt+-', pressed('≠', { altKey: true, code: 'Equal' }), true)).toBe(false)
  })
})

it('Keys are spelt as the keyboard names them', () => {
  expect(spellKeys('mod+shift+z', false)).toBe('Ctrl Shift Z')
  expect(spellKeys('mod+shift+z', true)).toBe('⌘⇧Z')
  expect(spellKeys('mod+shift+z mod+y', false)).toBe('Ctrl Shift Z')
})
