import { type MessagePort, Worker } from 'node:worker_threads'
import { Problem } from '#shared/model/problem.ts'
import type { EngineSettings, FromWorker, HostRequest, ToWorker } from './messages.ts'

export type { EngineSettings, HostRequest } from './messages.ts'

export type EngineWorkerOptions = EngineSettings & {
  /** The bundled worker; without it the source beside this file. */
  workerFile?: URL | undefined
  /** Shows a native dialog. Hosts without dialogs leave it out: nothing is ever chosen. */
  onHostRequest?: ((request: HostRequest) => Promise<string | null>) | undefined
  /** A fault that nobody foresaw, for the log. `where` names the procedure. */
  onReport?: ((message: string, where: string) => void) | undefined
  /** The worker died without being asked to; nothing works any more. */
  onCrash?: ((error: Error) => void) | undefined
}

export type EngineWorker = {
  /** Hands over one end of a channel; the contract is served on it until the other end closes. */
  connect(port: MessagePort): void
  /** Opens a project by its path, as a double click or an argument names it. Rejects with a Problem. */
  openFile(file: string): Promise<void>
  /** Closes the project and ends the worker. */
  close(): Promise<void>
}

/** Starts the engine in a worker thread of its own. Loads none of the engine here. */
export function startEngineWorker({ workerFile, onHostRequest, onReport, onCrash, ...settings }: EngineWorkerOptions): EngineWorker {
  const worker = new Worker(workerFile ?? new URL('./worker.ts', import.meta.url), { workerData: settings, name: 'engine' })
  const opening = new Map<number, PromiseWithResolvers<void>>()
  const ended = Promise.withResolvers<void>()
  let closing = false
  let lastId = 0

  const send = (message: ToWorker, transfer: MessagePort[] = []) => worker.postMessage(message, transfer)

  const answer = async (id: number, request: HostRequest) => {
    try {
      send({ type: 'host-reply', id, value: (await onHostRequest?.(request)) ?? null })
    } catch (error) {
      onReport?.(String(error), request.method)
      send({ type: 'host-reply', id, value: null })
    }
  }

  worker.on('message', (message: FromWorker) => {
    if (message.type === 'host') void answer(message.id, message.request)
    else if (message.type === 'report') onReport?.(message.message, message.where)
    else if (message.type === 'opened') {
      const waiting = opening.get(message.id)
      opening.delete(message.id)
      if (message.problem) waiting?.reject(new Problem(message.problem.code, message.problem.params))
      else waiting?.resolve()
    } else if (message.type === 'closed') void worker.terminate()
  })
  worker.on('error', (error: Error) => onCrash?.(error))
  worker.on('exit', () => {
    for (const waiting of opening.values()) waiting.reject(new Error('the engine has ended'))
    opening.clear()
    ended.resolve()
  })

  return {
    connect: (port) => send({ type: 'connect', port }, [port]),
    openFile(file) {
      const waiting = Promise.withResolvers<void>()
      const id = ++lastId
      opening.set(id, waiting)
      send({ type: 'open', id, file })
      return waiting.promise
    },
    close() {
      if (!closing) send({ type: 'close' })
      closing = true
      return ended.promise
    },
  }
}
