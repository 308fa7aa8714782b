import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query'
import { createContext, use } from 'react'
import type { EngineClient } from './client.ts'

/** The engine as query and mutation options: `useQuery(api.codebook.list.queryOptions())`. */
export type Api = RouterUtils<EngineClient>

export type Connection = { client: EngineClient; api: Api }

export function createConnection(client: EngineClient): Connection {
  return { client, api: createTanstackQueryUtils(client) }
}

export const ConnectionContext = createContext<Connection | null>(null)

/** `api` for queries and mutations, `client` for plain calls. */
export function useConnection(): Connection {
  const connection = use(ConnectionContext)
  if (!connection) throw new Error('useConnection needs a ConnectionContext')
  return connection
}
