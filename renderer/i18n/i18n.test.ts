import { describe, expect, it } from 'vitest'
import { languageFor } from './i18n.ts'

describe('the language of the first start', () => {
  it('is the first of the browser that Emic speaks', () => {
    expect(languageFor(['de-DE', 'zh-TW', 'en'])).toBe('zh-Hans')
    expect(languageFor(['en-GB', 'zh'])).toBe('en')
  })

  it('is English where the browser asks for none that Emic speaks', () => {
    expect(languageFor(['fi', 'de'])).toBe('en')
    expect(languageFor([])).toBe('en')
  })
})
