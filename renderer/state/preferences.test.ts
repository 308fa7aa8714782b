import { expect, it } from 'vitest'
import { sameShape } from './preferences.ts'

it('Kept view settings of another shape count as none', () => {
  const model = { size: 240, hidden: false }
  expect(sameShape({ size: 300, hidden: true }, model)).toBe(true)
  expect(sameShape({ size: '300', hidden: true }, model)).toBe(false)
  expect(sameShape({ size: 300 }, model)).toBe(false)
  expect(sameShape(null, model)).toBe(false)
  expect(sameShape(undefined, model)).toBe(false)
  expect(sameShape([], model)).toBe(false)
})
