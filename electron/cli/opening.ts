import { resolve } from 'node:path'
import { dataFolder, delivered, userName } from '#electron/shell/places.ts'
import { coderQueries } from '#engine/coders/queries.ts'
import { createEngine, type Engine } from '#engine/engine.ts'
import { openProjectFile } from '#engine/projects/files.ts'
import type { Resources } from '#engine/session.ts'
import { readMigrations } from '#engine/storage/migrate.ts'
import type { Project } from '#engine/storage/project.ts'
import { say } from './refusals.ts'

/** The engine with the project of a command. */
export type Opened = Pick<Engine, 'client' | 'session'> & { project: Project }

type Acting = { coder?: string | undefined }

/** A path as the person meant it: `npm run` works in the repository's folder, whatever folder it was called from. */
export function pathOf(path: string): string {
  const { npm_lifecycle_event: script, INIT_CWD: calledFrom } = process.env
  return resolve(script === 'emic' && calledFrom ? calledFrom : process.cwd(), path)
}

export function resources(): Resources {
  const { migrationsFolder, sampleFolder } = delivered()
  return { migrations: readMigrations(migrationsFolder), sampleFolder }
}

/** Opens a project, works with it as `coder`, and closes it again. */
export function changing<T>(file: string, { coder }: Acting, work: (opened: Opened) => Promise<T>): Promise<T> {
  return working(openProjectFile(pathOf(file), resources().migrations), coder ?? userName(), work)
}

/** As `changing`, for a look: nobody joins the project by it. */
export function reading<T>(file: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const project = openProjectFile(pathOf(file), resources().migrations)
  const someone = project.use(coderQueries).all.all()[0]
  return working(project, someone?.name ?? userName(), work)
}

async function working<T>(project: Project, coder: string, work: (opened: Opened) => Promise<T>): Promise<T> {
  const engine = createEngine({
    host: {
      kind: 'browser',
      version: delivered().version,
      projectsFolder: null,
      dataFolder: dataFolder(),
      userName: coder,
      chooseProject: async () => null,
      chooseNewProject: async () => null,
      report: (error, where) => {
        if (process.env.EMIC_DEBUG) say(`${where}: ${error instanceof Error ? error.stack : String(error)}`)
      },
    },
    resources: resources(),
  })
  try {
    engine.session.take(project)
    return await work({ client: engine.client, session: engine.session, project })
  } finally {
    engine.close()
  }
}
