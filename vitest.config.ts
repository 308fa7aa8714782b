import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['{shared,electron,renderer,bench,scripts}/**/*.test.{ts,tsx}', 'docs/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
