import { defineConfig } from '@playwright/test'
import { findChromium, sandboxFlags } from './scripts/browsers.ts'

const browser = findChromium()

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  timeout: 60_000,
  // Long enough for a machine that is busy with something else; what is there sooner is seen sooner.
  expect: { timeout: 15_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  projects: [
    {
      name: 'journeys',
      testDir: 'e2e/journeys',
      use: {
        browserName: 'chromium',
        viewport: { width: 1280, height: 800 },
        locale: 'en-GB',
        screenshot: 'only-on-failure',
        launchOptions: {
          ...(browser === null ? {} : { executablePath: browser }),
          // The tests stay on this machine: the browser asks nothing of anybody either.
          args: [
            ...sandboxFlags(),
            '--disable-background-networking',
            '--disable-component-update',
            '--disable-sync',
            '--no-first-run',
            '--disable-quic',
          ],
        },
      },
    },
    { name: 'desktop', testDir: 'e2e/desktop' },
  ],
})
