import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DocumentKind } from '#shared/model/schemas.ts'
import { ensureCoder } from './coders/rules.ts'
import { addDocument, type NewTurn } from './documents/create.ts'
import { createEngine, type Engine } from './engine.ts'
import { createProjectFile, openProjectFile } from './projects/files.ts'
import type { Host, Resources } from './session.ts'
import { readMigrations } from './storage/migrate.ts'
import type { Project } from './storage/project.ts'

/** What tests and benches need of the engine: real projects in temporary folders. Nothing here is part of the app. */

export const testResources: Resources = {
  migrations: readMigrations(fileURLToPath(new URL('../../migrations', import.meta.url))),
  sampleFolder: fileURLToPath(new URL('../../samples/equity', import.meta.url)),
}

/** A turn in short: a string is plain text of nobody, `['Ann', 'Hello']` is speech; or any part of a turn. */
export type TestTurn = string | [speaker: string, text: string] | (Partial<NewTurn> & { text: string })

export type TestProject = {
  /** The project that is open now; another object after `reopen`. */
  readonly project: Project
  readonly folder: string
  readonly file: string
  readonly coderId: string
  /** Adds a document as an import would and returns its id. */
  addDocument(name: string, turns: TestTurn[], kind?: DocumentKind): string
  /** Closes the project and opens its file again. */
  reopen(): Project
  cleanup(): void
}

/** A new, real project with one coder, "Tester". Call `cleanup` when done. */
export function makeTestProject(): TestProject {
  const folder = mkdtempSync(join(tmpdir(), 'emic-test-'))
  const file = join(folder, 'Test.emic')
  let project = createProjectFile(file, 'Test', testResources.migrations)
  const coderId = ensureCoder(project, 'Tester')
  return {
    get project() {
      return project
    },
    folder,
    file,
    coderId,
    addDocument: (name, turns, kind) => addTestDocument(project, coderId, name, turns, kind),
    reopen() {
      project.close()
      project = openProjectFile(file, testResources.migrations)
      return project
    },
    cleanup() {
      project.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export function addTestDocument(project: Project, coderId: string, name: string, turns: TestTurn[], kind: DocumentKind = 'interview'): string {
  const full = turns.map(fullTurn)
  const bytes = new TextEncoder().encode(full.map((turn) => (turn.speaker ? `${turn.speaker}: ${turn.text}` : turn.text)).join('\n'))
  return addDocument(project, { name, kind, encoding: 'utf-8', turns: full, source: { name: `${name}.txt`, bytes }, coderId })
}

function fullTurn(turn: TestTurn): NewTurn {
  const plain: NewTurn = { speaker: null, continues: false, startMs: null, heading: 0, text: '', marks: [] }
  if (typeof turn === 'string') return { ...plain, text: turn }
  if (Array.isArray(turn)) return { ...plain, speaker: turn[0], text: turn[1] }
  return { ...plain, ...turn }
}

export type TestEngine = Engine & {
  readonly host: Host
  readonly folder: string
  /** Every fault that was reported as unforeseen; a test that expects none looks here. */
  readonly reported: unknown[]
  /** The open project and who acts in it. */
  readonly project: Project
  readonly coderId: string
  addDocument(name: string, turns: TestTurn[], kind?: DocumentKind): string
  cleanup(): void
}

/** A whole engine, host included, with an open project "Test" (`open: false`: with none). `client` is the contract, in process. */
export function makeTestEngine({ open = true, host: ownHost }: { open?: boolean; host?: Partial<Host> } = {}): TestEngine {
  const folder = mkdtempSync(join(tmpdir(), 'emic-test-'))
  const reported: unknown[] = []
  const host: Host = {
    kind: 'browser',
    version: '0.0.0-test',
    projectsFolder: folder,
    dataFolder: join(folder, 'data'),
    userName: 'Tester',
    chooseProject: async () => null,
    chooseNewProject: async () => null,
    report: (error) => void reported.push(error),
    ...ownHost,
  }
  const engine = createEngine({ host, resources: testResources })
  if (open) engine.session.take(createProjectFile(join(folder, 'Test.emic'), 'Test', testResources.migrations))
  return {
    ...engine,
    host,
    folder,
    reported,
    get project() {
      return engine.session.project()
    },
    get coderId() {
      return engine.session.coder()
    },
    addDocument: (name, turns, kind) => addTestDocument(engine.session.project(), engine.session.coder(), name, turns, kind),
    cleanup() {
      engine.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
