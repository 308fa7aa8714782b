import type { Server } from 'node:http'
import type { Duplex } from 'node:stream'
import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Access } from './access.ts'

/** An upload is one message: the largest source file and some room. */
const largestMessage = 256 * 1024 * 1024

/**
 * Gives every page that comes to /engine its own port into the engine. Both sides of oRPC speak the same messages over sockets and ports
 * (strings, and bytes where a file travels), so that they are handed on as they are.
 */
export function acceptSockets(server: Server, access: Access, connect: (port: MessagePort) => void): { close(): void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: largestMessage, perMessageDeflate: false })

  server.on('upgrade', (request, stream: Duplex, head) => {
    stream.on('error', () => stream.destroy())
    const allowed = access.hostAllowed(request) && access.originAllowed(request) && access.cookieAllowed(request)
    if (!allowed) return refuse(stream, '403 Forbidden', 'This page may not talk to the engine.')
    if (request.url !== '/engine') return refuse(stream, '404 Not Found', 'The engine is at /engine.')
    sockets.handleUpgrade(request, stream, head, (socket) => relay(socket, connect))
  })

  return {
    close() {
      for (const socket of sockets.clients) socket.close(1001, 'Emic was closed')
      sockets.close()
    },
  }
}

function relay(socket: WebSocket, connect: (port: MessagePort) => void): void {
  const { port1: port, port2: engineSide } = new MessageChannel()
  socket.binaryType = 'arraybuffer'
  socket.on('message', (data: ArrayBuffer | Buffer, isBinary) => {
    if (isBinary) port.postMessage(data)
    else port.postMessage(data.toString())
  })
  socket.on('close', () => port.close())
  socket.on('error', () => socket.terminate())
  port.on('message', (data: string | Uint8Array) => socket.send(data))
  port.on('close', () => socket.close(1001, 'the engine has ended'))
  connect(engineSide)
}

function refuse(stream: Duplex, status: string, line: string): void {
  stream.end(
    `HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Length: ${line.length + 1}\r\n\r\n${line}\n`,
  )
}
