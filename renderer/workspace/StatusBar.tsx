import { Plural, Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import { formatCount } from '#renderer/i18n/format.ts'
import { languageFor, languageNames } from '#renderer/i18n/i18n.ts'
import { usePreferences } from '#renderer/state/preferences.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import styles from './StatusBar.module.css'

/** Where one is: the place in the transcript, who codes, how it is shown. */
export function StatusBar() {
  const { api } = useConnection()
  const coder = useQuery(api.coders.current.queryOptions())
  const place = useWorkspace((workspace) => (workspace.view === 'code' ? workspace.place : null))
  const { language, textSize } = usePreferences()
  return (
    <footer className={styles.bar}>
      {place && (
        <>
          <span>
            <Trans>
              Turn {formatCount(place.turn)} of {formatCount(place.turns)}
            </Trans>
          </span>
          <span>
            <Plural value={place.codings} one="# coding in view" other="# codings in view" />
          </span>
        </>
      )}
      {coder.data && (
        <span>
          <Trans>Coder: {coder.data.name}</Trans>
        </span>
      )}
      <span className={styles.end}>
        {languageNames[language ?? languageFor(navigator.languages)]} · <Trans>{textSize} px</Trans>
      </span>
    </footer>
  )
}
