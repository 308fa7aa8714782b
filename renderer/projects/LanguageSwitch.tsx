import { useLingui } from '@lingui/react/macro'
import { languageFor, languageNames, languages } from '#renderer/i18n/i18n.ts'
import { setPreferences, usePreferences } from '#renderer/state/preferences.ts'
import { Segmented } from '#renderer/ui/index.ts'

/** Both languages in sight, each by its own name, for who cannot read the other. */
export function LanguageSwitch() {
  const { t } = useLingui()
  const language = usePreferences((preferences) => preferences.language) ?? languageFor(navigator.languages)
  return (
    <Segmented
      label={t`Language`}
      value={language}
      options={languages.map((option) => ({ value: option, label: <span lang={option}>{languageNames[option]}</span> }))}
      onValueChange={(next) => setPreferences({ language: next })}
    />
  )
}
