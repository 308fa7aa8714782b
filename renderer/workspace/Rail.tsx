import { useLingui } from '@lingui/react'
import { useLingui as useWords } from '@lingui/react/macro'
import { showView, useWorkspace } from '#renderer/state/workspace.ts'
import { Tooltip, useShortcut } from '#renderer/ui/index.ts'
import styles from './Rail.module.css'
import { views } from './views.tsx'

/** The way between the views, at the left. */
export function Rail() {
  const { t } = useWords()
  return (
    <nav className={styles.rail} aria-label={t`Views`}>
      {views.map((entry) => (
        <RailEntry key={entry.view} {...entry} />
      ))}
    </nav>
  )
}

function RailEntry({ view, name, icon: Icon, keys }: (typeof views)[number]) {
  const { _ } = useLingui()
  const { t } = useWords()
  const active = useWorkspace((workspace) => workspace.view === view)
  const label = _(name)
  useShortcut(keys, label, () => showView(view), { group: t`Views`, inText: true })
  return (
    <Tooltip label={label} keys={keys} side="right">
      <button type="button" className={styles.entry} aria-current={active ? 'page' : undefined} onClick={() => showView(view)}>
        <Icon aria-hidden />
        <span>{label}</span>
      </button>
    </Tooltip>
  )
}
