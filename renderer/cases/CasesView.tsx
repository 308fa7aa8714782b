import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { Plus, Users } from 'lucide-react'
import { useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { problemOf, sayProblem } from '#renderer/i18n/problems.ts'
import { Button, EmptyState, ErrorNote, Skeleton, ViewHeader } from '#renderer/ui/index.ts'
import { CasesTable } from './CasesTable.tsx'
import styles from './CasesView.module.css'
import { NewCaseField } from './NewCaseField.tsx'
import { useCaseActions } from './useCaseActions.ts'
import { NewVariable } from './VariableEditor.tsx'

/** Who is studied and what is known of them: cases by variables, edited in place. */
export function CasesView() {
  const { t } = useLingui()
  const { api } = useConnection()
  const [naming, setNaming] = useState(false)
  const { create } = useCaseActions()
  const list = useQuery(api.cases.list.queryOptions())
  const { cases = [], variables = [] } = list.data ?? {}
  const newCase = (
    <Button look={cases.length === 0 ? 'primary' : 'plain'} icon={<Plus aria-hidden />} onClick={() => setNaming(true)}>
      <Trans>New case</Trans>
    </Button>
  )
  return (
    <>
      <ViewHeader
        title={<Trans>Cases</Trans>}
        facts={
          list.data && (
            <>
              <Plural value={cases.length} one="# case" other="# cases" /> · <Plural value={variables.length} one="# variable" other="# variables" />
            </>
          )
        }
      >
        <NewVariable />
        {newCase}
      </ViewHeader>
      {list.isPending && <Skeleton label={t`Loading…`} />}
      {list.isError && <ErrorNote>{sayProblem(problemOf(list.error))}</ErrorNote>}
      {naming && <NewCaseField className={styles.naming} onCreate={create} onEnd={() => setNaming(false)} />}
      {list.isSuccess && cases.length === 0 && !naming && (
        <EmptyState icon={<Users />} title={<Trans>No cases yet</Trans>} action={newCase}>
          <Trans>
            A case is who or what you compare: a person, a household, a place. Link its documents or speakers, give it variables such as age or
            district, and compare codes across them.
          </Trans>
        </EmptyState>
      )}
      {cases.length > 0 && <CasesTable cases={cases} variables={variables} />}
    </>
  )
}
