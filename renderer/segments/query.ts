import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useCodeTree } from '#renderer/codebook/index.ts'
import { useConnection } from '#renderer/connection/api.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import type { CodingFilter } from '#shared/contract/codings.ts'
import { withSubCodes } from '#shared/model/codeTree.ts'

/** What the pane lists: another view's wish, or the active code with or without what is below it. */
export type Listed = { title: string; filter: CodingFilter; codeId: string | null; hasSubCodes: boolean }

export function useListed(includeSubCodes: boolean): Listed | null {
  const { tree } = useCodeTree()
  const asked = useWorkspace((workspace) => workspace.segmentsFilter)
  const activeCodeId = useWorkspace((workspace) => workspace.activeCodeId)
  if (asked) return { ...asked, codeId: null, hasSubCodes: false }
  const code = activeCodeId === null ? undefined : tree.byId.get(activeCodeId)
  if (!code) return null
  const hasSubCodes = tree.children.has(code.id)
  const codeIds = hasSubCodes && includeSubCodes ? [...withSubCodes(tree.codes, [code.id])].toSorted() : [code.id]
  return { title: code.name, filter: { codeIds }, codeId: code.id, hasSubCodes }
}

const page = 200
/** Where all must be there before the first can be shown, they come in larger steps. */
const largePage = 1000

/**
 * The passages, page by page as they are scrolled to; with `all` (for an order that is not the study's) every page at once.
 */
export function useSegments(filter: CodingFilter, enabled: boolean, all: boolean) {
  const { api } = useConnection()
  const limit = all ? largePage : page
  const query = useInfiniteQuery(
    api.codings.segments.infiniteOptions({
      input: (offset: number) => ({ filter, limit, offset }),
      initialPageParam: 0,
      getNextPageParam: (last, pages) => {
        const loaded = pages.reduce((sum, { segments }) => sum + segments.length, 0)
        return last.segments.length > 0 && loaded < last.total ? loaded : undefined
      },
      enabled,
    }),
  )
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query
  useEffect(() => {
    if (all && hasNextPage && !isFetchingNextPage) void fetchNextPage()
  }, [all, hasNextPage, isFetchingNextPage, fetchNextPage])
  return query
}
