import { Trans } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { TextQuote } from 'lucide-react'
import { useConnection } from '#renderer/connection/api.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { EmptyState } from '#renderer/ui/index.ts'
import styles from './Transcript.module.css'
import { Transcript } from './Transcript.tsx'
import { TranscriptTabs } from './TranscriptTabs.tsx'

/** The open documents and the text of the one in front. */
export function TranscriptPane() {
  const active = useWorkspace((workspace) => workspace.activeDocumentId)
  return (
    <div className={styles.pane}>
      <TranscriptTabs />
      {active === null ? <NothingOpen /> : <Transcript documentId={active} />}
    </div>
  )
}

function NothingOpen() {
  const { api } = useConnection()
  const any = (useQuery(api.documents.list.queryOptions()).data?.length ?? 0) > 0
  return (
    <EmptyState icon={<TextQuote />} title={any ? <Trans>No document is open.</Trans> : <Trans>No documents yet.</Trans>}>
      {any ? (
        <Trans>Choose one under Documents to read and code it.</Trans>
      ) : (
        <Trans>Import transcripts under Documents: they open here to be coded.</Trans>
      )}
    </EmptyState>
  )
}
