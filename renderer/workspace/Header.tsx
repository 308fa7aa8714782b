import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { ChevronDown, FolderOpen, Import, PanelBottom, PanelLeft, PanelRight, Pencil, Redo2, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { useImport } from '#renderer/documents/index.ts'
import { ExportMenu } from '#renderer/exchange/index.ts'
import { useUndoRedo } from '#renderer/history/index.ts'
import { type PaneName, togglePane, usePanes } from '#renderer/state/panes.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { Button, IconButton, InlineEdit, Menu, MenuItem, MenuSeparator, useMedia } from '#renderer/ui/index.ts'
import type { ProjectInfo } from '#shared/contract/projects.ts'
import { CoderSwitcher } from './CoderSwitcher.tsx'
import { paneKeys } from './CodeView.tsx'
import styles from './Header.module.css'
import { SettingsMenu } from './SettingsMenu.tsx'

/** The project's name and state at the left, what can be done with it at the right. */
export function Header({ project }: { project: ProjectInfo }) {
  const { t } = useLingui()
  const { pick } = useImport()
  return (
    <header className={styles.header}>
      <ProjectName project={project} />
      <p className={styles.facts}>
        <Plural value={project.documents} one="# document" other="# documents" />
        {' · '}
        <Plural value={project.codings} one="# coding" other="# codings" />
        {' · '}
        <span title={t`Every change is saved as you make it.`}>
          <Trans>saved</Trans>
        </span>
      </p>
      <div className={styles.tools}>
        <UndoRedo />
        <PaneToggles />
        <span className={styles.gap} />
        <Button look="quiet" icon={<Import aria-hidden />} onClick={pick} className={styles.import}>
          <span className={styles.words}>
            <Trans>Import</Trans>
          </span>
        </Button>
        <ExportMenu />
        <SettingsMenu />
        <CoderSwitcher />
      </div>
    </header>
  )
}

function ProjectName({ project }: { project: ProjectInfo }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const [renaming, setRenaming] = useState(false)
  const rename = useMutation(api.projects.rename.mutationOptions())
  const close = useMutation(api.projects.close.mutationOptions())
  if (renaming) {
    const save = (name: string) => {
      setRenaming(false)
      rename.mutate({ name })
    }
    return (
      <h1 className={styles.name}>
        <InlineEdit value={project.name} label={t`Name of the project`} onSave={save} onCancel={() => setRenaming(false)} />
      </h1>
    )
  }
  return (
    <h1 className={styles.name}>
      <Menu
        trigger={
          <button type="button" className={styles.project} title={project.file}>
            <span>{project.name}</span>
            <ChevronDown aria-hidden />
          </button>
        }
      >
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setRenaming(true)}>
          <Trans>Rename project</Trans>
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<FolderOpen aria-hidden />} onSelect={() => close.mutate(undefined)}>
          <Trans>Close project</Trans>
        </MenuItem>
      </Menu>
    </h1>
  )
}

function UndoRedo() {
  const { t } = useLingui()
  const { undo, redo, canUndo, canRedo } = useUndoRedo()
  return (
    <>
      <IconButton label={t`Undo`} keys="mod+z" disabled={!canUndo} onClick={undo}>
        <Undo2 aria-hidden />
      </IconButton>
      <IconButton label={t`Redo`} keys="mod+shift+z" disabled={!canRedo} onClick={redo}>
        <Redo2 aria-hidden />
      </IconButton>
    </>
  )
}

const paneIcons = { documents: PanelLeft, segments: PanelBottom, codes: PanelRight }

function PaneToggles() {
  const { t } = useLingui()
  const narrow = useMedia('(width < 760px)')
  const coding = useWorkspace((workspace) => workspace.view === 'code')
  const { shown } = usePanes()
  if (narrow || !coding) return null
  const labels: Record<PaneName, string> = { documents: t`Documents`, segments: t`Segments`, codes: t`Codes` }
  return (
    <>
      <span className={styles.gap} />
      {(['documents', 'segments', 'codes'] as const).map((pane) => {
        const Icon = paneIcons[pane]
        return (
          <IconButton key={pane} label={labels[pane]} keys={paneKeys[pane]} pressed={shown[pane]} onClick={() => togglePane(pane)}>
            <Icon aria-hidden />
          </IconButton>
        )
      })}
    </>
  )
}
