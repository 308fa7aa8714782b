import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/contract/index.ts'

export type EngineClient = ContractRouterClient<Contract>

/** The contract as seen from the shell itself, for its menu and its start: one more port into the engine, beside those of the pages. */
export function engineClient(connect: (port: MessagePort) => void): { client: EngineClient; close(): void } {
  const { port1, port2 } = new MessageChannel()
  connect(port2)
  return { client: createORPCClient<EngineClient>(new RPCLink({ port: port1 })), close: () => port1.close() }
}
