import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { RPCHandler } from '@orpc/server/message-port'
import { Problem, type ProblemData } from '#shared/model/problem.ts'
import { scheduleRefresh } from './analysis/sweep.ts'
import { listDocuments } from './documents/rules.ts'
import { createEngine } from './engine.ts'
import type { EngineSettings, FromWorker, HostRequest, ToWorker } from './messages.ts'
import { openPath } from './projects/rules.ts'
import { readMigrations } from './storage/migrate.ts'

/** The engine's thread: one engine, served to every port that the shell hands over. The shell's side is start.ts. */

if (!parentPort) throw new Error('the engine worker runs in a worker thread')
const shell = parentPort
const settings = workerData as EngineSettings
const send = (message: FromWorker) => shell.postMessage(message)

const asked = new Map<number, (value: string | null) => void>()
let lastId = 0

function ask(request: HostRequest): Promise<string | null> {
  return new Promise((resolve) => {
    const id = ++lastId
    asked.set(id, resolve)
    send({ type: 'host', id, request })
  })
}

const engine = createEngine({
  host: {
    kind: settings.kind,
    version: settings.version,
    projectsFolder: settings.projectsFolder,
    dataFolder: settings.dataFolder,
    userName: settings.userName,
    chooseProject: () => ask({ method: 'chooseProject' }),
    chooseNewProject: (suggestedName) => ask({ method: 'chooseNewProject', suggestedName }),
    report: (error, where) => send({ type: 'report', where, message: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  },
  resources: { migrations: readMigrations(settings.migrationsFolder), sampleFolder: settings.sampleFolder },
})
const endRefreshing = scheduleRefresh(engine.session)
const handler = new RPCHandler(engine.router)

shell.on('message', (message: ToWorker) => {
  if (message.type === 'connect') serve(message.port)
  else if (message.type === 'open') {
    send({ type: 'opened', id: message.id, problem: tryToOpen(message.file) })
    // The page is still on its way: what it will ask for first is reckoned meanwhile.
    setImmediate(warmUp)
  } else if (message.type === 'host-reply') {
    asked.get(message.id)?.(message.value)
    asked.delete(message.id)
  } else {
    endRefreshing()
    engine.close()
    send({ type: 'closed' })
  }
})

function warmUp(): void {
  const project = engine.session.projectOrNull()
  if (project) listDocuments(project)
}

function serve(port: MessagePort): void {
  handler.upgrade(port, { context: { session: engine.session } })
  port.start()
}

function tryToOpen(file: string): ProblemData | null {
  try {
    openPath(engine.session, file)
    return null
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, params: error.params }
    engine.session.host.report(error, 'open')
    return { code: 'unexpected', params: { message: error instanceof Error ? error.message : String(error) } }
  }
}
