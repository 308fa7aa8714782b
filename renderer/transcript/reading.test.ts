import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Turn } from '#shared/contract/documents.ts'
import { applySplice } from '#shared/text/edits.ts'
import { copiedText, sentenceAt } from './copied.ts'
import { commandFor } from './keys.ts'
import { createCodedText } from './pieces.ts'
import { codingChanges, describeTurns } from './reconcile.ts'
import { normalRange } from './sheet.ts'
import { shortenTo } from './stripes.ts'
import { typedSplice } from './typed.ts'

const turn = (id: string, text: string, speakerId = 's'): Turn => ({ id, text, marks: [], speakerId, continues: false, startMs: null, heading: 0 })
const coded = (...texts: string[]) =>
  createCodedText(
    texts.map((text, i) => turn(`t${i}`, text)),
    [],
    () => 'new',
  )
const key = (pressed: string, more: Partial<KeyboardEvent> = {}) => ({
  key: pressed,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
})

describe('a selection', () => {
  it('by triple click ends with its turn, not at the beginning of the next', () => {
    const text = coded('one', 'two')
    expect(normalRange({ anchor: 0, focus: 4 }, text)).toEqual({ start: 0, end: 3 })
    expect(normalRange({ anchor: 5, focus: 1 }, text)).toEqual({ start: 1, end: 5 })
    expect(normalRange({ anchor: 4, focus: 4 }, text)).toEqual({ start: 4, end: 4 })
  })
})

describe('typing over a selection', () => {
  it('is understood as replacing just that, also where letters repeat', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 16 }),
        fc.nat(15),
        fc.nat(15),
        fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 4 }),
        (before, a, b, text) => {
          const [start, end] = [Math.min(a, b, before.length), Math.min(Math.max(a, b), before.length)]
          fc.pre(start < end)
          const after = applySplice(before, { start, end, text })
          fc.pre(after !== before)
          expect(typedSplice(before, after, start + text.length, { start, end })).toEqual({ start, end, text })
        },
      ),
    )
  })
})

describe('what is copied', () => {
  it('is the words alone from one turn, and says who speaks from several', () => {
    const text = coded('How far is it?', 'An hour.')
    expect(copiedText(text, { start: 4, end: 7 }, () => 'Ann')).toBe('far')
    expect(copiedText(text, { start: 4, end: 17 }, ({ index }) => (index === 0 ? 'Ann' : '李阿姨'))).toBe('Ann: far is it?\n李阿姨: An')
  })
})

describe('a code dropped on plain text', () => {
  it('means the sentence there, in any script', () => {
    const text = coded('It rains. We wait for the bus. Then we walk.', '装了个屏幕。从来没亮过。')
    expect(text.text(sentenceAt(text, 15))).toBe('We wait for the bus.')
    expect(text.text(sentenceAt(text, 45 + 8))).toBe('从来没亮过。')
  })
})

describe('keys while reading', () => {
  it('go by their place where an input method or another layout writes', () => {
    expect(commandFor(key('c'))).toEqual({ do: 'pick' })
    expect(commandFor(key('Process', { code: 'KeyC' }))).toEqual({ do: 'pick' })
    expect(commandFor(key('с', { code: 'KeyC' }))).toEqual({ do: 'pick' })
    expect(commandFor(key('&', { code: 'Digit1' }))).toBeNull()
    expect(commandFor(key('3'))).toEqual({ do: 'recent', number: 3 })
  })
  it('leave the window its own', () => {
    expect(commandFor(key('c', { ctrlKey: true }))).toBeNull()
    expect(commandFor(key('z', { metaKey: true }))).toBeNull()
    expect(commandFor(key('ArrowLeft', { shiftKey: true }))).toBeNull()
  })
})

describe('what the engine says later', () => {
  it('gives new turns their ids, and changes only codings that differ', () => {
    const text = coded('one two')
    text.edit({ start: 3, end: 4, text: '\n' })
    const described = describeTurns(text, [turn('t0', 'one'), turn('engine', 'two', 'other')])
    expect(described.map(({ formerId, turn: { turn } }) => [formerId, turn.id, turn.speakerId])).toEqual([
      ['t0', 't0', 's'],
      ['new', 'engine', 'other'],
    ])
    expect(text.turn('engine')?.turn.text).toBe('two')
    const coding = { id: 'c', documentId: 'd', codeId: 'x', coderId: 'k', start: 0, end: 5, weight: null, comment: '', createdAt: '', memos: 0 }
    expect(codingChanges(text, [coding]).changed).toEqual([coding])
    text.put(coding)
    expect(codingChanges(text, [coding])).toEqual({ changed: [], gone: [] })
    expect(codingChanges(text, [])).toEqual({ changed: [], gone: ['c'] })
  })
})

describe('a name in the margin', () => {
  it('is cut to its room with an ellipsis, or left out where hardly a letter fits', () => {
    const width = (text: string) => text.length
    expect(shortenTo('Distance', 20, width)).toBe('Distance')
    expect(shortenTo('Distance to services', 9, width)).toBe('Distance…')
    expect(shortenTo('Distance', 3, width)).toBe('')
  })
})
