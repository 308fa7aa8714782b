import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Plus, Table2 } from 'lucide-react'
import { useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { formatCount } from '#renderer/i18n/format.ts'
import { showSegments, showView, useWorkspace } from '#renderer/state/workspace.ts'
import { IconButton, PaneHeader, VirtualList } from '#renderer/ui/index.ts'
import type { StudyCase } from '#shared/contract/cases.ts'
import styles from './CasesSection.module.css'
import { NewCaseField } from './NewCaseField.tsx'
import { useCaseActions } from './useCaseActions.ts'

const rowHeight = 28

/** The cases below the documents: a click lists a case's passages, the table shows them all with their variables. */
export function CasesSection() {
  const { t } = useLingui()
  const { api } = useConnection()
  const [naming, setNaming] = useState(false)
  const { create } = useCaseActions()
  const cases = useQuery(api.cases.list.queryOptions())
  if (!cases.data) return null
  return (
    <section className={styles.section} aria-label={t`Cases`}>
      <PaneHeader title={<Trans>Cases</Trans>}>
        <IconButton label={t`Table of cases`} onClick={() => showView('cases')}>
          <Table2 aria-hidden />
        </IconButton>
        <IconButton label={t`New case`} onClick={() => setNaming(true)}>
          <Plus aria-hidden />
        </IconButton>
      </PaneHeader>
      {naming && <NewCaseField className={styles.naming} onCreate={create} onEnd={() => setNaming(false)} />}
      {cases.data.cases.length === 0 && !naming && (
        <p className={styles.none}>
          <Trans>A case is who or what you compare: a person, a household, a place.</Trans>
        </p>
      )}
      {cases.data.cases.length > 0 && (
        <div className={styles.list} style={{ flexBasis: cases.data.cases.length * rowHeight + 6 }}>
          <VirtualList
            items={cases.data.cases}
            itemKey={(studyCase) => studyCase.id}
            estimateSize={() => rowHeight}
            role="group"
            aria-label={t`Cases`}
            renderItem={(studyCase) => <CaseRow studyCase={studyCase} />}
          />
        </div>
      )}
    </section>
  )
}

function CaseRow({ studyCase }: { studyCase: StudyCase }) {
  const { t } = useLingui()
  const shown = useWorkspace(({ segmentsFilter }) => segmentsFilter?.filter.caseIds?.[0] === studyCase.id)
  const { documentIds, speakerIds } = studyCase
  return (
    <button
      type="button"
      className={styles.row}
      aria-pressed={shown}
      title={t`List the passages of ${studyCase.name}`}
      onClick={() => showSegments(shown ? null : { title: studyCase.name, filter: { caseIds: [studyCase.id] } })}
    >
      <span className={styles.name}>{studyCase.name}</span>
      <span className={styles.count} title={t`Documents: ${documentIds.length}, speakers: ${speakerIds.length}`}>
        {formatCount(documentIds.length + speakerIds.length)}
      </span>
    </button>
  )
}
