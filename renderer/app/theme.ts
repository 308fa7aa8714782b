import { useEffect } from 'react'
import { languageFor, speak } from '#renderer/i18n/i18n.ts'
import { usePreferences } from '#renderer/state/preferences.ts'
import { useMedia } from '#renderer/ui/useMedia.ts'

/** Puts the person's theme, language, text size and text font on the page, and keeps them there as they change. */
export function useAppearance(): void {
  const { theme, textSize, textFont, language } = usePreferences()
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const shown = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme
  const spoken = language ?? languageFor(navigator.languages)

  useEffect(() => {
    document.documentElement.dataset.theme = shown
  }, [shown])
  useEffect(() => {
    document.documentElement.style.setProperty('--text-size', `${textSize}px`)
    document.documentElement.style.setProperty('--font-text', textFonts[textFont])
  }, [textSize, textFont])
  useEffect(() => speak(spoken), [spoken])
}

const textFonts = { serif: 'var(--font-serif)', sans: 'var(--font-ui)', songti: 'var(--font-songti)', heiti: 'var(--font-heiti)' }
