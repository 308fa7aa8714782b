import { useLingui } from '@lingui/react/macro'
import { Keyboard, Settings2 } from 'lucide-react'
import { useState } from 'react'
import { languageFor, languageNames, languages } from '#renderer/i18n/i18n.ts'
import { setPreferences, usePreferences } from '#renderer/state/preferences.ts'
import { IconButton, Menu, MenuChoices, MenuItem, MenuSeparator } from '#renderer/ui/index.ts'
import type { Preferences } from '#shared/contract/projects.ts'
import { KeysOverview } from './KeysOverview.tsx'
import { TextSize } from './TextSize.tsx'

/** Language, theme, and the transcript's letters: how Emic looks to this reader. */
export function SettingsMenu() {
  const { t } = useLingui()
  const preferences = usePreferences()
  const [keysShown, setKeysShown] = useState(false)
  return (
    <>
      <Menu
        align="end"
        trigger={
          <IconButton label={t`Language and look`}>
            <Settings2 aria-hidden />
          </IconButton>
        }
      >
        <MenuChoices
          label={t`Language`}
          value={preferences.language ?? languageFor(navigator.languages)}
          options={languages.map((language) => ({ value: language, label: languageNames[language], lang: language }))}
          onValueChange={(language) => setPreferences({ language })}
        />
        <MenuSeparator />
        <MenuChoices
          label={t({ message: 'Theme', context: 'light or dark' })}
          value={preferences.theme}
          options={[
            { value: 'system', label: t`As the system` },
            { value: 'light', label: t`Light` },
            { value: 'dark', label: t`Dark` },
          ]}
          onValueChange={(theme) => setPreferences({ theme })}
        />
        <MenuSeparator />
        <MenuChoices
          label={t`Transcript font`}
          value={preferences.textFont}
          options={fontsIn(t`Serif`, t`Sans serif`)}
          onValueChange={(textFont) => setPreferences({ textFont })}
        />
        <TextSize />
        <MenuSeparator />
        <MenuItem icon={<Keyboard aria-hidden />} keys="?" onSelect={() => setKeysShown(true)}>
          {t`Keys`}
        </MenuItem>
      </Menu>
      <KeysOverview open={keysShown} onOpenChange={setKeysShown} />
    </>
  )
}

function fontsIn(serif: string, sans: string): { value: Preferences['textFont']; label: string; lang?: string }[] {
  return [
    { value: 'serif', label: serif },
    { value: 'sans', label: sans },
    { value: 'songti', label: '宋体', lang: 'zh-Hans' },
    { value: 'heiti', label: '黑体', lang: 'zh-Hans' },
  ]
}
