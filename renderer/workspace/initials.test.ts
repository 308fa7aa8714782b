import { expect, it } from 'vitest'
import { initials } from './initials.ts'

it('A coder is shown by the first letters of the first and the last name', () => {
  expect(initials('Lin Wei')).toBe('LW')
  expect(initials('ana maria lopez')).toBe('AL')
  expect(initials('root')).toBe('R')
  expect(initials('L. W.')).toBe('LW')
})

it('A Chinese coder is shown by the family name', () => {
  expect(initials('李阿姨')).toBe('李')
})
