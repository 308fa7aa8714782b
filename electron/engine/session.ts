import type { ChangeEvent } from '#shared/contract/projects.ts'
import { Problem } from '#shared/model/problem.ts'
import type { Migration } from './storage/migrate.ts'
import type { Project } from './storage/project.ts'

/** What the engine needs of whoever runs it; the page never names a path, so choosing files is the host's. */
export type Host = {
  kind: 'desktop' | 'browser'
  version: string
  /** Where new projects go when nobody is asked; null where a dialog asks. */
  projectsFolder: string | null
  /** Where recent projects and preferences are kept. */
  dataFolder: string
  /** Who acts unless a call names somebody. */
  userName: string
  /** A native dialog for an existing project; null: the person changed their mind. */
  chooseProject(): Promise<string | null>
  /** A native dialog for a new project's file. */
  chooseNewProject(suggestedName: string): Promise<string | null>
  /** A fault that nobody foresaw, for the log. */
  report(error: unknown, where: string): void
}

/** Where the engine finds what is delivered with it. */
export type Resources = { migrations: Migration[]; sampleFolder: string }

export type Session = {
  readonly host: Host
  readonly resources: Resources
  /** The open project; refuses with no-project where there is none. */
  project(): Project
  projectOrNull(): Project | null
  /** Closes what is open and takes up another project, or none. */
  take(project: Project | null): void
  /** Who acts: the coder a call names, otherwise the window's current one. Refuses with not-found. */
  coder(coderId?: string | undefined): string
  setCoder(coderId: string): void
  onChange(listener: (event: ChangeEvent) => void): () => void
  /** Aborted when the session ends: for what listens as long as it lives. */
  readonly closed: AbortSignal
  close(): void
}

/** `coderFor` finds or adds the coder for a name in a project that is being opened. */
export function createSession(
  host: Host,
  resources: Resources,
  coderFor: (project: Project, name: string) => string,
  knows: (project: Project, coderId: string) => boolean,
): Session {
  const listeners = new Set<(event: ChangeEvent) => void>()
  const closing = new AbortController()
  let open: { project: Project; coderId: string } | null = null

  const announce = (event: ChangeEvent) => {
    for (const listener of listeners) listener(event)
  }
  const require = () => {
    if (!open) throw new Problem('no-project')
    return open
  }

  return {
    host,
    resources,
    project: () => require().project,
    projectOrNull: () => open?.project ?? null,
    take(project) {
      open?.project.close()
      open = project && { project, coderId: coderFor(project, host.userName) }
      project?.onChange(announce)
      announce({
        subjects: ['project', 'documents', 'codes', 'codings', 'cases', 'memos', 'themes', 'coders', 'history'],
        documents: null,
        by: 'opened',
      })
    },
    coder(coderId) {
      const { project, coderId: current } = require()
      if (coderId === undefined) return current
      if (!knows(project, coderId)) throw new Problem('not-found', { what: 'coder', id: coderId })
      return coderId
    },
    setCoder(coderId) {
      require().coderId = coderId
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    closed: closing.signal,
    close() {
      open?.project.close()
      open = null
      listeners.clear()
      closing.abort()
    },
  }
}
