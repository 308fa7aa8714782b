import { existsSync, mkdirSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { ProjectInfo } from '#shared/contract/projects.ts'
import { cleanName } from '#shared/model/names.ts'
import { Problem } from '#shared/model/problem.ts'
import { loadSample } from '../sample/load.ts'
import type { Session } from '../session.ts'
import type { Project } from '../storage/project.ts'
import { createProjectFile, fileNameFor, freePath, openProjectFile, projectEnding } from './files.ts'
import { forgetProject, knownProjects, rememberProject } from './known.ts'
import { projectQueries } from './queries.ts'

const sampleName = 'Equity and inclusion in public services'

export function infoOf(project: Project): ProjectInfo {
  const queries = project.use(projectQueries)
  return { ...queries.info.get()!, file: project.file, schema: queries.schema.get()!.user_version }
}

/** Makes a project where the host keeps them or the person says; null: they changed their mind. */
export async function createProject(session: Session, name: string): Promise<ProjectInfo | null> {
  const clean = cleanName(name)
  const file = await placeFor(session, clean)
  return file === null ? null : takeUp(session, createProjectFile(freePath(file), clean, session.resources.migrations))
}

/** A project that the host knows by this key. Refuses with project-missing for a key that it never gave out. */
export function openKnown(session: Session, key: string): ProjectInfo {
  const known = knownProjects(session.host).find((project) => project.key === key)
  if (!known) throw new Problem('not-found', { what: 'project', id: key })
  return openPath(session, known.file)
}

export async function openChosen(session: Session): Promise<ProjectInfo | null> {
  const file = await session.host.chooseProject()
  return file === null ? null : openPath(session, file)
}

/** Opens a project by a path that the host names. The one that is open stays so if this one cannot be opened. */
export function openPath(session: Session, path: string): ProjectInfo {
  const file = resolve(path)
  const open = session.projectOrNull()
  if (open && isSameFile(open.file, file)) return infoOf(open)
  return takeUp(session, openProjectFile(file, session.resources.migrations))
}

/** Takes a copy of a project file in; it is opened once beside its place before it gets its name, so that nothing else ever lies there. */
export async function openCopy(session: Session, file: File): Promise<ProjectInfo | null> {
  const target = await placeFor(session, file.name.replace(/\.emic$/iu, ''))
  if (target === null) return null
  const arriving = `${target}.arriving`
  const remove = () => ['', '-wal', '-journal'].forEach((ending) => void rmSync(`${arriving}${ending}`, { force: true }))
  try {
    writeFileSync(arriving, new Uint8Array(await file.arrayBuffer()))
    openProjectFile(arriving, session.resources.migrations).close()
    const place = freePath(target)
    renameSync(arriving, place)
    return openPath(session, place)
  } catch (error) {
    throw namedAs(error, file.name)
  } finally {
    remove()
  }
}

/** The sample study that is there already, or a fresh one; with `restart` always a fresh one, beside those that are there. */
export async function openSample(session: Session, restart: boolean): Promise<ProjectInfo> {
  const { host, resources } = session
  const first = join(folderOf(session), `${fileNameFor(sampleName)}${projectEnding}`)
  if (!restart && existsSync(first)) return openPath(session, first)
  const file = freePath(first)
  const project = createProjectFile(file, sampleName, resources.migrations)
  try {
    await loadSample(project, resources.sampleFolder)
  } catch (error) {
    project.close()
    rmSync(file, { force: true })
    throw error
  }
  rememberProject(host, file, sampleName)
  return takeUp(session, project)
}

export function closeProject(session: Session): void {
  if (session.projectOrNull()) session.take(null)
}

/** Renames the study, not its file. */
export function renameProject(session: Session, name: string): void {
  const project = session.project()
  const queries = project.use(projectQueries)
  const from = queries.name.get()!.name
  const to = cleanName(name)
  project.change({ kind: 'project.rename', params: { from, to }, coderId: session.coder() }, () => queries.rename.run({ name: to }))
  rememberProject(session.host, project.file, to)
}

export function forget(session: Session, key: string): void {
  forgetProject(session.host, key)
}

function takeUp(session: Session, project: Project): ProjectInfo {
  session.take(project)
  const info = infoOf(project)
  rememberProject(session.host, project.file, info.name)
  return info
}

/** Where a project of that name goes: into the host's folder, or where the person says. */
async function placeFor(session: Session, name: string): Promise<string | null> {
  const fileName = `${fileNameFor(name)}${projectEnding}`
  return session.host.projectsFolder === null ? session.host.chooseNewProject(fileName) : join(folderOf(session), fileName)
}

function folderOf({ host }: Session): string {
  const folder = host.projectsFolder ?? host.dataFolder
  try {
    mkdirSync(folder, { recursive: true })
  } catch (error) {
    throw new Problem('folder-read-only', { file: folder }, { cause: error })
  }
  return folder
}

function isSameFile(a: string, b: string): boolean {
  return a === b || (existsSync(a) && existsSync(b) && realpathSync(a) === realpathSync(b))
}

/** A refusal about a file under a passing name is told with the name that the person knows. */
function namedAs(error: unknown, file: string): unknown {
  return error instanceof Problem && 'file' in error.params ? new Problem(error.code, { ...error.params, file }, { cause: error }) : error
}
