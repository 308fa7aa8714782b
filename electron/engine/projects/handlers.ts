import { engine } from '../base.ts'
import { checkProject } from '../storage/check.ts'
import { changesOf } from './changes.ts'
import { knownProjects } from './known.ts'
import { changePreferences, readPreferences } from './preferences.ts'
import { closeProject, createProject, forget, infoOf, openChosen, openCopy, openKnown, openSample, renameProject } from './rules.ts'

export const projectHandlers = engine.projects.router({
  host: engine.projects.host.handler(({ context: { session } }) => ({
    kind: session.host.kind,
    folder: session.host.projectsFolder,
    version: session.host.version,
  })),
  current: engine.projects.current.handler(({ context: { session } }) => {
    const project = session.projectOrNull()
    return project && infoOf(project)
  }),
  recent: engine.projects.recent.handler(({ context }) => knownProjects(context.session.host)),
  create: engine.projects.create.handler(async ({ context, input }) => ({ project: await createProject(context.session, input.name) })),
  open: engine.projects.open.handler(async ({ context: { session }, input: { key } }) => ({
    project: key === undefined ? await openChosen(session) : openKnown(session, key),
  })),
  openCopy: engine.projects.openCopy.handler(async ({ context, input }) => ({ project: await openCopy(context.session, input.file) })),
  openSample: engine.projects.openSample.handler(async ({ context, input }) => ({ project: await openSample(context.session, input.restart) })),
  close: engine.projects.close.handler(({ context }) => closeProject(context.session)),
  forget: engine.projects.forget.handler(({ context, input }) => forget(context.session, input.key)),
  rename: engine.projects.rename.handler(({ context, input }) => renameProject(context.session, input.name)),
  check: engine.projects.check.handler(({ context }) => checkProject(context.session.project())),
  preferences: engine.projects.preferences.handler(({ context }) => readPreferences(context.session.host)),
  setPreferences: engine.projects.setPreferences.handler(({ context, input }) => changePreferences(context.session.host, input)),
  changes: engine.projects.changes.handler(({ context, signal }) => changesOf(context.session, signal)),
})
