import { createORPCClient } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import type { ContractRouterClient } from '@orpc/contract'
import type { Contract } from '#shared/contract/index.ts'

export type EngineClient = ContractRouterClient<Contract>

/** The engine behind the page: one message port in the desktop app, one socket to this machine in a browser. */
export async function connect(): Promise<EngineClient> {
  const link = location.protocol === 'app:' ? new PortLink({ port: await portFromShell() }) : new SocketLink({ websocket: await openSocket() })
  return createORPCClient<EngineClient>(link)
}

/** The preload script answers the request with the port; nothing else crosses. */
function portFromShell(): Promise<MessagePort> {
  return new Promise((resolve) => {
    const take = (event: MessageEvent) => {
      const port = event.ports[0]
      if (event.source !== window || event.data !== 'emic:port' || !port) return
      window.removeEventListener('message', take)
      port.start()
      resolve(port)
    }
    window.addEventListener('message', take)
    window.postMessage('emic:connect', location.origin)
  })
}

function openSocket(): Promise<WebSocket> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://${location.host}/engine`)
    socket.binaryType = 'arraybuffer'
    socket.addEventListener('open', () => resolve(socket), { once: true })
    socket.addEventListener('error', () => reject(new Error('the engine does not answer')), { once: true })
  })
}
