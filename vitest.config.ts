import { defineConfig } from 'vitest/config'
import { messages } from './vite.config.ts'

export default defineConfig({
  plugins: [messages()],
  test: {
    include: ['{shared,electron,renderer,bench,scripts}/**/*.test.{ts,tsx}', 'docs/**/*.test.ts'],
    testTimeout: 30_000,
    hookTimeout: 30_000,
  },
})
