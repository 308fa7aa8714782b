export type Count = { passed: number; failed: number; skipped: number }

/** The parts of Vitest's and Playwright's JSON reports that are counted. */
export type VitestReport = { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number }
export type PlaywrightReport = { stats: { expected: number; unexpected: number; flaky: number; skipped: number } }

export function ofCheck(passed: boolean): Count {
  return passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 }
}

export function countOfVitest(report: VitestReport | null, endedWell: boolean): Count {
  if (!report) return ofCheck(false)
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = report
  return honest({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }, endedWell)
}

/** A test that passed only when tried again did not pass. */
export function countOfPlaywright(report: PlaywrightReport | null, endedWell: boolean): Count {
  if (!report) return ofCheck(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  return honest({ passed: expected, failed: unexpected + flaky, skipped }, endedWell)
}

export function sum(counts: Count[]): Count {
  return counts.reduce(
    (total, count) => ({ passed: total.passed + count.passed, failed: total.failed + count.failed, skipped: total.skipped + count.skipped }),
    { passed: 0, failed: 0, skipped: 0 },
  )
}

/** A runner that fails without a failed test, by a file that does not load or an error between tests, counts as one failure. */
function honest(count: Count, endedWell: boolean): Count {
  return endedWell || count.failed > 0 ? count : { ...count, failed: 1 }
}
