import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { IconButton, InlineEdit } from '#renderer/ui/index.ts'
import type { StudyCase, Variable } from '#shared/contract/cases.ts'
import { CaseLinks } from './CaseLinks.tsx'
import styles from './CasesView.module.css'
import { useCaseActions } from './useCaseActions.ts'
import { useInPlace } from './useInPlace.ts'
import { ValueCell } from './ValueCell.tsx'
import { VariableHead } from './VariableEditor.tsx'

/** Cases by variables. Every cell is a button that becomes its field; arrow keys go from cell to cell. */
export function CasesTable({ cases, variables }: { cases: StudyCase[]; variables: Variable[] }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} onKeyDown={walkCells}>
        <thead>
          <tr>
            <th scope="col">
              <span className={styles.head}>
                <Trans>Case</Trans>
              </span>
            </th>
            <th scope="col">
              <span className={styles.head}>
                <Trans>Documents and speakers</Trans>
              </span>
            </th>
            {variables.map((variable) => (
              <th key={variable.id} scope="col">
                <VariableHead variable={variable} />
              </th>
            ))}
            <td />
          </tr>
        </thead>
        <tbody>
          {cases.map((studyCase) => (
            <CaseRow key={studyCase.id} studyCase={studyCase} variables={variables} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function CaseRow({ studyCase, variables }: { studyCase: StudyCase; variables: Variable[] }) {
  const { t } = useLingui()
  const { remove } = useCaseActions()
  return (
    <tr>
      <th scope="row">
        <CaseName studyCase={studyCase} />
      </th>
      <td>
        <CaseLinks studyCase={studyCase}>
          <button type="button" className={styles.cell} data-cell>
            {studyCase.documentIds.length + studyCase.speakerIds.length === 0 ? (
              <span className={styles.missing}>
                <Trans>none linked</Trans>
              </span>
            ) : (
              <LinkCounts studyCase={studyCase} />
            )}
          </button>
        </CaseLinks>
      </td>
      {variables.map((variable) => (
        <td key={variable.id}>
          <ValueCell studyCase={studyCase} variable={variable} />
        </td>
      ))}
      <td>
        <span className={styles.tools}>
          <IconButton label={t`Remove the case ${studyCase.name}`} onClick={() => remove([studyCase.id])}>
            <Trash2 aria-hidden />
          </IconButton>
        </span>
      </td>
    </tr>
  )
}

function LinkCounts({ studyCase: { documentIds, speakerIds } }: { studyCase: StudyCase }) {
  return (
    <>
      {documentIds.length > 0 && <Plural value={documentIds.length} one="# document" other="# documents" />}
      {documentIds.length > 0 && speakerIds.length > 0 && ' · '}
      {speakerIds.length > 0 && <Plural value={speakerIds.length} one="# speaker" other="# speakers" />}
    </>
  )
}

function CaseName({ studyCase }: { studyCase: StudyCase }) {
  const { t } = useLingui()
  const { rename } = useCaseActions()
  const { editing, start, end, button } = useInPlace()
  return (
    <span className={styles.name}>
      {editing ? (
        <InlineEdit
          value={studyCase.name}
          label={t`Name of the case`}
          onCancel={end}
          onSave={(name) => {
            end()
            rename(studyCase.id, name)
          }}
        />
      ) : (
        <button ref={button} type="button" className={styles.cell} data-cell onClick={start}>
          {studyCase.name}
        </button>
      )}
    </span>
  )
}

function walkCells(event: KeyboardEvent<HTMLTableElement>): void {
  const cell = event.target instanceof HTMLElement && event.target.matches('[data-cell]') ? event.target.closest('td, th') : null
  if (!cell) return
  const row = cell.parentElement as HTMLTableRowElement
  const column = [...row.cells].indexOf(cell as HTMLTableCellElement)
  const body = event.currentTarget.tBodies[0]!
  const at = [...body.rows].indexOf(row)
  const steps: Record<string, [number, number]> = { ArrowRight: [0, 1], ArrowLeft: [0, -1], ArrowDown: [1, 0], ArrowUp: [-1, 0] }
  const step = steps[event.key]
  if (!step) return
  event.preventDefault()
  body.rows[at + step[0]]?.cells[column + step[1]]?.querySelector<HTMLElement>('[data-cell]')?.focus()
}
