import { defineConfig } from '@lingui/cli'

export default defineConfig({
  sourceLocale: 'en',
  locales: ['en', 'zh-Hans'],
  format: 'po',
  // Without line numbers, so that moving code changes no catalogue.
  formatOptions: { lineNumbers: false },
  catalogs: [{ path: '<rootDir>/renderer/i18n/locales/{locale}', include: ['<rootDir>/renderer'] }],
})
