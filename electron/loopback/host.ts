import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { MessagePort } from 'node:worker_threads'
import { createAccess } from './access.ts'
import { answerPage } from './pages.ts'
import { acceptSockets } from './sockets.ts'

export type LoopbackHost = {
  /** The address with its token, to be opened by who may. */
  url: string
  port: number
  close(): Promise<void>
}

/**
 * Listens on 127.0.0.1 only and serves the built page in `folder`; every page's socket gets a port through `connect`.
 * `port` 0: the system chooses. Rejects with the system's error where the port is taken.
 */
export async function startHost(folder: string, port: number, connect: (port: MessagePort) => void): Promise<LoopbackHost> {
  const server = createServer()
  const portInUse = () => (server.address() as AddressInfo).port
  const access = createAccess(portInUse)
  server.on('request', (request, response) => {
    // The browser hung up, or the file could not be read to its end: this answer cannot be finished, the next one can.
    answerPage(request, response, folder, access).catch(() => response.destroy())
  })
  const sockets = acceptSockets(server, access, connect)
  await listening(server, port)

  return {
    url: `http://127.0.0.1:${portInUse()}/?token=${access.token}`,
    port: portInUse(),
    close() {
      sockets.close()
      return closed(server)
    },
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: '127.0.0.1', port, exclusive: true }, resolve)
  })
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
