import { type Preferences, preferences } from '#shared/contract/projects.ts'
import type { Host } from '../session.ts'
import { readStored, writeStored } from './store.ts'

const storeName = 'preferences.json'

/** What is absent or undefined stays as it is. */
export type PreferenceChanges = { [P in keyof Preferences]?: Preferences[P] | undefined }

const initial: Preferences = { language: null, theme: 'system', textSize: 17, textFont: 'serif', views: {} }

export function readPreferences(host: Host): Preferences {
  return merged(initial, readStored(host.dataFolder, storeName, preferences.partial(), {}))
}

/** Changes what is given; the views that are not named stay as they are. */
export function changePreferences(host: Host, changes: PreferenceChanges): Preferences {
  const before = readPreferences(host)
  const after = merged(before, { ...changes, views: { ...before.views, ...changes.views } })
  writeStored(host.dataFolder, storeName, after)
  return after
}

function merged(base: Preferences, { language, theme, textSize, textFont, views }: PreferenceChanges): Preferences {
  return {
    language: language === undefined ? base.language : language,
    theme: theme ?? base.theme,
    textSize: textSize ?? base.textSize,
    textFont: textFont ?? base.textFont,
    views: views ?? base.views,
  }
}
