import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { BookOpen, ChevronsDownUp, ChevronsUpDown, Ellipsis, Plus, TextSelect } from 'lucide-react'
import { useMemo } from 'react'
import { codeSelection } from '#renderer/codings/index.ts'
import { problemOf, sayProblem } from '#renderer/i18n/index.ts'
import { useViewPreference } from '#renderer/state/preferences.ts'
import { activateCode, useWorkspace } from '#renderer/state/workspace.ts'
import {
  Button,
  EmptyState,
  ErrorNote,
  FilterField,
  IconButton,
  Menu,
  MenuCheck,
  MenuItem,
  MenuSeparator,
  Pane,
  PaneHeader,
  Skeleton,
  SplitHandle,
  SplitPane,
} from '#renderer/ui/index.ts'
import { useCodebookActions } from './actions.ts'
import styles from './CodesPane.module.css'
import { CodeTree } from './CodeTree.tsx'
import { useCodeTree } from './codes.ts'
import { Definition } from './Definition.tsx'
import { beginCreate, expandCodes, setCollapsed, setFilter, useCodesPane } from './pane.ts'
import { filterTree } from './tree.ts'

const layout: { definition: boolean; definitionHeight: number } = { definition: true, definitionHeight: 190 }

/** The codebook at the side of the transcript: its tree, and below it the active code's definition. */
export function CodesPane() {
  const { t } = useLingui()
  const { tree, isPending, error } = useCodeTree()
  const actions = useCodebookActions(tree)
  const filter = useCodesPane((pane) => pane.filter)
  const creating = useCodesPane(({ writing }) => writing?.kind === 'create')
  const activeCodeId = useWorkspace((workspace) => workspace.activeCodeId)
  const willCode = useWorkspace((workspace) => workspace.selection !== null)
  const [{ definition, definitionHeight }, keep] = useViewPreference('codes', layout)
  const filtered = useMemo(() => filterTree(tree, filter), [tree, filter])
  const active = activeCodeId === null ? null : (tree.byId.get(activeCodeId) ?? null)
  const count = tree.codes.length
  const parents = [...tree.children.keys()].filter((id) => id !== null)

  /** Enter in the filter takes the first match, as the tree's own Enter would. */
  const applyFirst = () => {
    const first = tree.codes.find((code) => filtered?.matches.has(code.id))
    if (!first) return
    activateCode(first.id)
    if (first.codable) codeSelection([first.id])
  }

  const list =
    count === 0 && !creating ? (
      <EmptyState
        small
        title={<Trans>No codes yet</Trans>}
        action={
          <Button icon={<Plus />} onClick={() => beginCreate(null)}>
            <Trans>New code</Trans>
          </Button>
        }
      >
        <Trans>A code is a short name for what passages have in common. Make one here, or select a passage and type a name.</Trans>
      </EmptyState>
    ) : filtered?.matches.size === 0 ? (
      <EmptyState small title={<Trans>No code has such a name</Trans>}>
        <Button look="quiet" onClick={() => setFilter('')}>
          <Trans>Show all codes</Trans>
        </Button>
      </EmptyState>
    ) : (
      <CodeTree tree={tree} filtered={filtered} actions={actions} />
    )

  const upper = (
    <>
      {willCode && (
        <p className={styles.hint} role="status">
          <TextSelect aria-hidden />
          <Trans>A click codes the selected passage</Trans>
        </p>
      )}
      {error ? <ErrorNote>{sayProblem(problemOf(error))}</ErrorNote> : isPending ? <Skeleton label={t`Codes`} /> : list}
    </>
  )

  return (
    <div className={styles.pane}>
      <PaneHeader title={<Trans>Codes</Trans>}>
        <IconButton label={t`New code`} onClick={() => beginCreate(null)}>
          <Plus aria-hidden />
        </IconButton>
        <Menu
          align="end"
          trigger={
            <IconButton label={t`More`}>
              <Ellipsis aria-hidden />
            </IconButton>
          }
        >
          <MenuItem icon={<ChevronsUpDown />} disabled={parents.length === 0} onSelect={() => expandCodes(parents)}>
            <Trans>Open all</Trans>
          </MenuItem>
          <MenuItem icon={<ChevronsDownUp />} disabled={parents.length === 0} onSelect={() => setCollapsed(parents)}>
            <Trans>Close all</Trans>
          </MenuItem>
          <MenuSeparator />
          <MenuCheck checked={definition} onCheckedChange={(shown) => keep({ definition: shown, definitionHeight })}>
            <Trans>Definition</Trans>
          </MenuCheck>
        </Menu>
      </PaneHeader>
      <div className={styles.filter}>
        <FilterField
          label={count === 0 ? t`Filter` : t`Filter ${plural(count, { one: '# code', other: '# codes' })}`}
          value={filter}
          onValueChange={setFilter}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Enter') applyFirst()
            if (event.key === 'ArrowDown') {
              event.preventDefault()
              focusFirstRow(event.currentTarget)
            }
          }}
        />
      </div>
      {definition ? (
        <SplitPane direction="vertical" id="codes">
          <Pane id="codes-tree" minSize={120}>
            {upper}
          </Pane>
          <SplitHandle label={t`Height of the definition`} />
          <Pane id="codes-definition" size={definitionHeight} minSize={72} onSize={(pixels) => keep({ definition, definitionHeight: pixels })}>
            <Definition code={active} tree={tree} actions={actions} onHide={() => keep({ definition: false, definitionHeight })} />
          </Pane>
        </SplitPane>
      ) : (
        <>
          {upper}
          <Button look="quiet" icon={<BookOpen />} className={styles.showDefinition} onClick={() => keep({ definition: true, definitionHeight })}>
            <Trans>Definition</Trans>
          </Button>
        </>
      )}
    </div>
  )
}

function focusFirstRow(field: Element): void {
  field.closest('section')?.querySelector<HTMLElement>('[role=treeitem][tabindex="0"]')?.focus()
}
