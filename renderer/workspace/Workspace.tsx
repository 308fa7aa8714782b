import { useEffect } from 'react'
import { ImportProvider } from '#renderer/documents/index.ts'
import { useHistoryKeys } from '#renderer/history/index.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import type { ProjectInfo } from '#shared/contract/projects.ts'
import { CodeView } from './CodeView.tsx'
import { Header } from './Header.tsx'
import { Loaded } from './Loaded.tsx'
import { MemoSide } from './MemoSide.tsx'
import { Rail } from './Rail.tsx'
import { StatusBar } from './StatusBar.tsx'
import { useTextSizeKeys } from './TextSize.tsx'
import { useClosedTabs } from './useClosedTabs.ts'
import { useRestoredTabs } from './useRestoredTabs.ts'
import { otherViews } from './views.tsx'
import styles from './Workspace.module.css'

/** The frame around an open project: header, rail, the view, status. */
export function Workspace({ project }: { project: ProjectInfo }) {
  useHistoryKeys()
  useTextSizeKeys()
  useRestoredTabs(project)
  useClosedTabs()
  useEffect(() => {
    document.title = `${project.name} · Emic`
    return () => {
      document.title = 'Emic'
    }
  }, [project.name])
  return (
    <ImportProvider>
      <div className={styles.frame}>
        <div className={styles.header}>
          <Header project={project} />
        </div>
        <div className={styles.rail}>
          <Rail />
        </div>
        <main className={styles.main}>
          <div className={styles.withPanel}>
            <CurrentView />
            <MemoSide />
          </div>
        </main>
        <div className={styles.status}>
          <StatusBar />
        </div>
      </div>
    </ImportProvider>
  )
}

function CurrentView() {
  const view = useWorkspace((workspace) => workspace.view)
  if (view === 'code') return <CodeView />
  const View = otherViews[view]
  return (
    <div className={styles.view}>
      <Loaded key={view} rows={8}>
        <View />
      </Loaded>
    </div>
  )
}
