import { i18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { messages as en } from './locales/en.po'
import { messages as zhHans } from './locales/zh-Hans.po'

export const languages = ['en', 'zh-Hans'] as const
export type Language = (typeof languages)[number]

/** Each language by its own name, as a chooser shows it. */
export const languageNames: Record<Language, string> = { en: 'English', 'zh-Hans': '简体中文' }

// A message that a catalogue lacks falls back to its English text, which is compiled when it is first said.
i18n.setMessagesCompiler(compileMessage)
i18n.load({ en, 'zh-Hans': zhHans })

/** The language to start with where the person chose none: the first of the browser's that Emic speaks. */
export function languageFor(wanted: readonly string[]): Language {
  for (const tag of wanted) {
    const primary = tag.toLowerCase().split('-')[0]
    if (primary === 'zh') return 'zh-Hans'
    if (primary === 'en') return 'en'
  }
  return 'en'
}

/** Everything on the page speaks this language from now on. */
export function speak(language: Language): void {
  i18n.activate(language)
  if (typeof document !== 'undefined') document.documentElement.lang = language
}

export { i18n }
