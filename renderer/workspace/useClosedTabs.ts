import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { closeDocument } from '#renderer/state/workspace.ts'

/** Closes the tabs of documents that have gone: removed, or their import undone. One that is only just coming in was not there before. */
export function useClosedTabs(): void {
  const { api } = useConnection()
  const documents = useQuery(api.documents.list.queryOptions({ select: (list) => list.map((document) => document.id) }))
  const before = useRef<string[]>([])
  const { data } = documents
  useEffect(() => {
    if (!data) return
    const there = new Set(data)
    for (const id of before.current) if (!there.has(id)) closeDocument(id)
    before.current = data
  }, [data])
}
