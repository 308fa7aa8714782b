import { useQuery } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import type { Code } from '#shared/contract/codebook.ts'
import { buildTree, type CodeTree, emptyTree } from './tree.ts'

/** One tree for one answer, whoever asks for it. */
const trees = new WeakMap<readonly Code[], CodeTree>()

function treeOf(codes: readonly Code[]): CodeTree {
  const known = trees.get(codes)
  if (known) return known
  const tree = buildTree(codes)
  trees.set(codes, tree)
  return tree
}

/** The codebook as a tree, kept current; empty until the engine has answered. */
export function useCodeTree(): { tree: CodeTree; isPending: boolean; error: Error | null } {
  const { api } = useConnection()
  const { data, isPending, error } = useQuery(api.codebook.list.queryOptions())
  return { tree: data ? treeOf(data) : emptyTree, isPending, error }
}

export function useCode(id: string | null): Code | null {
  const { tree } = useCodeTree()
  return id === null ? null : (tree.byId.get(id) ?? null)
}
