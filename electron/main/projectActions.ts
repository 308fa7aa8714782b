import type { EngineClient } from '#electron/shell/engineClient.ts'
import { problemOf } from '#electron/shell/problemOf.ts'
import type { EngineWorker } from '#engine/start.ts'
import type { ProblemData } from '#shared/model/problem.ts'
import type { MenuActions } from './menu.ts'

export type ProjectActions = MenuActions & { open(file: string): void }

/** What the menu and a double click do with projects. The page hears of it from the engine; what is refused is told by `show`. */
export function projectActions(
  engine: Pick<EngineWorker, 'openFile'>,
  client: EngineClient,
  nameOfNew: string,
  show: (problem: ProblemData) => Promise<void>,
): ProjectActions {
  const telling = (work: Promise<unknown>) => void work.catch((error: unknown) => show(problemOf(error)))
  return {
    newProject: () => telling(client.projects.create({ name: nameOfNew })),
    openProject: () => telling(client.projects.open({})),
    openSample: () => telling(client.projects.openSample({ restart: false })),
    open: (file) => telling(engine.openFile(file)),
  }
}
