import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import babel from '@rolldown/plugin-babel'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/**
 * Turns the message macros into calls and reads the catalogues. The English text stays in the bundle, so that a message without a
 * translation still reads as words.
 */
export const messages = () => [
  babel({ include: /renderer\/.*\.tsx?$/, plugins: [['@lingui/babel-plugin-lingui-macro', { stripMessageField: false }]] }),
  lingui({ configPath: fileURLToPath(new URL('lingui.config.ts', import.meta.url)) }),
]

export default defineConfig({
  root: fileURLToPath(new URL('renderer', import.meta.url)),
  base: './',
  plugins: [messages(), react()],
  build: {
    outDir: fileURLToPath(new URL('dist/renderer', import.meta.url)),
    emptyOutDir: true,
    target: 'chrome140',
    // The page's security policy allows files of its own only: no fonts or pictures inside of style sheets.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
})
