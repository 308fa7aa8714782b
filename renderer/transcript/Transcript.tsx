import { Trans, useLingui } from '@lingui/react/macro'
import { useQueryClient } from '@tanstack/react-query'
import { FileText } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { problemOf, sayProblem } from '#renderer/i18n/index.ts'
import { EmptyState, ErrorNote, Skeleton } from '#renderer/ui/index.ts'
import { loadSource, type Source } from './follow.ts'
import { TextSurface } from './TextSurface.tsx'
import styles from './Transcript.module.css'

/** One document's text with its codings, to read, code and edit. */
export function Transcript({ documentId }: { documentId: string }) {
  const { t } = useLingui()
  const source = useSource(documentId)
  if (source === null) return <Skeleton rows={8} label={t`Opening the transcript…`} />
  if (source instanceof Error) return <ErrorNote>{sayProblem(problemOf(source))}</ErrorNote>
  if (source.text.turns.length === 0)
    return (
      <EmptyState icon={<FileText />} title={<Trans>This document has no text.</Trans>}>
        <Trans>Remove it, or import the file again with another encoding.</Trans>
      </EmptyState>
    )
  return (
    <div className={styles.transcript}>
      <TextSurface key={documentId} source={source} />
    </div>
  )
}

/** What the document was when it was opened; from then on the surface keeps itself current. */
function useSource(documentId: string): Source | Error | null {
  const { api } = useConnection()
  const queries = useQueryClient()
  const [loaded, setLoaded] = useState<{ id: string; source: Source | Error } | null>(null)
  useEffect(() => {
    let wanted = true
    loadSource(queries, api, documentId).then(
      (source) => wanted && setLoaded({ id: documentId, source }),
      (error: Error) => wanted && setLoaded({ id: documentId, source: error }),
    )
    return () => {
      wanted = false
    }
  }, [queries, api, documentId])
  return loaded?.id === documentId ? loaded.source : null
}
