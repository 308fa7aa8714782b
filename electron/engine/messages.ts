import type { MessagePort } from 'node:worker_threads'
import type { ProblemData } from '#shared/model/problem.ts'

/** What a shell tells the engine's worker at its start. Folders are absolute paths. */
export type EngineSettings = {
  kind: 'desktop' | 'browser'
  version: string
  migrationsFolder: string
  sampleFolder: string
  dataFolder: string
  /** null: a dialog asks where a project goes. */
  projectsFolder: string | null
  userName: string
}

/** What the engine asks of the shell: the answer is a path, or null where the person changed their mind. */
export type HostRequest = { method: 'chooseProject' } | { method: 'chooseNewProject'; suggestedName: string }

export type ToWorker =
  | { type: 'connect'; port: MessagePort }
  | { type: 'open'; id: number; file: string }
  | { type: 'host-reply'; id: number; value: string | null }
  | { type: 'close' }

export type FromWorker =
  | { type: 'host'; id: number; request: HostRequest }
  | { type: 'opened'; id: number; problem: ProblemData | null }
  | { type: 'report'; where: string; message: string }
  | { type: 'closed' }
