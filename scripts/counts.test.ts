import { expect, it } from 'vitest'
import { countOfPlaywright, countOfVitest, ofCheck, sum } from './counts.ts'

const vitest = { numPassedTests: 5, numFailedTests: 1, numPendingTests: 2, numTodoTests: 0 }

it('sums what all runners say', () => {
  const played = countOfPlaywright({ stats: { expected: 3, unexpected: 0, flaky: 0, skipped: 1 } }, true)
  expect(sum([ofCheck(true), ofCheck(false), countOfVitest(vitest, false), played])).toEqual({ passed: 9, failed: 2, skipped: 3 })
})

it('counts a runner that ends badly as a failure, whatever its report says', () => {
  expect(countOfVitest({ ...vitest, numFailedTests: 0 }, false).failed).toBe(1)
  expect(countOfVitest(null, true).failed).toBe(1)
  expect(countOfPlaywright(null, true).failed).toBe(1)
})

it('takes a test that passed only the second time for failed', () => {
  expect(countOfPlaywright({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 } }, true)).toEqual({ passed: 1, failed: 1, skipped: 0 })
})
