import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { FileText, Plus } from 'lucide-react'
import { useState } from 'react'
import { CasesSection } from '#renderer/cases/index.ts'
import { useConnection } from '#renderer/connection/api.ts'
import { problemOf, sayProblem } from '#renderer/i18n/problems.ts'
import { Button, EmptyState, ErrorNote, FilterField, IconButton, PaneHeader, Skeleton } from '#renderer/ui/index.ts'
import styles from './DocumentsPane.module.css'
import { DocumentTree } from './DocumentTree.tsx'
import { useImport } from './ImportProvider.tsx'

/** What is studied: the documents by kind and the cases. `onOpen` is told when a document was opened from here. */
export function DocumentsPane({ onOpen }: { onOpen?: (() => void) | undefined }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const { pick } = useImport()
  const [filter, setFilter] = useState('')
  const documents = useQuery(api.documents.list.queryOptions())
  const count = documents.data?.length ?? 0
  return (
    <div className={styles.pane}>
      <PaneHeader title={<Trans>Documents</Trans>}>
        <IconButton label={t`Import documents`} keys="mod+i" onClick={pick}>
          <Plus aria-hidden />
        </IconButton>
      </PaneHeader>
      {documents.isPending && <Skeleton label={t`Loading…`} />}
      {documents.isError && <ErrorNote>{sayProblem(problemOf(documents.error))}</ErrorNote>}
      {documents.isSuccess && count === 0 && (
        <EmptyState
          small
          icon={<FileText />}
          title={<Trans>No documents yet</Trans>}
          action={
            <Button look="primary" onClick={pick}>
              <Trans>Import…</Trans>
            </Button>
          }
        >
          <Trans>Bring in transcripts as .txt, .md, .docx, .vtt or .srt, or drop files anywhere in the window.</Trans>
        </EmptyState>
      )}
      {count > 0 && (
        <>
          <div className={styles.filter}>
            <FilterField label={t`Filter documents`} value={filter} onValueChange={setFilter} />
          </div>
          <DocumentTree documents={documents.data!} filter={filter} onOpen={onOpen} />
        </>
      )}
      <CasesSection />
    </div>
  )
}
