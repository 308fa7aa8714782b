import { useEffect } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { tellProblem } from '#renderer/i18n/problems.ts'
import { keepViewPreference, sameShape, usePreferences } from '#renderer/state/preferences.ts'
import { noneYet, restoreDocuments, useWorkspace } from '#renderer/state/workspace.ts'
import type { ProjectInfo } from '#shared/contract/projects.ts'

const key = 'open-documents'
const model = { project: '', ids: [] as string[], active: '' }

/** Opens the documents that were open when this project was last seen here, and notes which are from now on. */
export function useRestoredTabs({ file }: ProjectInfo): void {
  const { client } = useConnection()
  useEffect(() => {
    let stop = () => {}
    let ended = false
    const follow = () => {
      if (ended) return
      stop = useWorkspace.subscribe(({ openDocumentIds, activeDocumentId }, before) => {
        if (openDocumentIds === noneYet) return
        if (openDocumentIds === before.openDocumentIds && activeDocumentId === before.activeDocumentId) return
        keepViewPreference(key, { project: file, ids: openDocumentIds, active: activeDocumentId ?? '' })
      })
    }
    const restore = async () => {
      const kept = usePreferences.getState().views[key]
      if (!sameShape(kept, model) || kept.project !== file || kept.ids.length === 0) return
      const there = new Set((await client.documents.list()).map((document) => document.id))
      if (!ended)
        restoreDocuments(
          kept.ids.filter((id) => there.has(id)),
          kept.active,
        )
    }
    restore().catch(tellProblem).finally(follow)
    return () => {
      ended = true
      stop()
    }
  }, [client, file])
}
