import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ensureCodePath } from '../codebook/rules.ts'
import { ensureCoder } from '../coders/rules.ts'
import { addCodings } from '../codings/add.ts'
import { addDocument } from '../documents/create.ts'
import { editDocument } from '../documents/edit.ts'
import { listDocuments } from '../documents/rules.ts'
import { openProjectFile } from '../projects/files.ts'
import { readFile } from '../reading/read.ts'
import { stateOf } from './killState.ts'
import { readMigrations } from './migrate.ts'
import type { Project } from './project.ts'

/**
 * The child of kill.test.ts: loads the engine, waits for a project file's path, then works in it until it is killed. After each
 * operation, and before the next, it tells the state that must be found afterwards.
 */

const transcript = new TextEncoder().encode(
  Array.from(
    { length: 150 },
    (_, n) => `${n % 2 ? 'Ann' : '李女士'}: ${n % 2 ? 'I waited there for hours, every week.' : '我们等了很久，每个星期都这样😀。'}`,
  ).join('\n'),
)

createInterface({ input: process.stdin }).once('line', (file) => void work(file))

async function work(file: string): Promise<never> {
  const project = openProjectFile(file, readMigrations(fileURLToPath(new URL('../../../migrations', import.meta.url))))
  const coderId = ensureCoder(project, 'Killed')
  const read = await readFile('talk.txt', transcript, { speakers: 'auto', notSpeakers: [], alsoSpeakers: [] })
  tell(project)
  for (;;) {
    addDocument(project, {
      name: 'Talk',
      kind: 'interview',
      encoding: 'utf-8',
      turns: read.turns,
      source: { name: 'talk.txt', bytes: transcript },
      coderId,
    })
    tell(project)
    const documentId = listDocuments(project).at(-1)!.id
    for (let n = 0; n < 15; n++) {
      const codeId = ensureCodePath(project, coderId, [`Code ${n % 4}`])
      tell(project)
      addCodings(project, coderId, [{ documentId, codeId, coderId, start: n * 40, end: n * 40 + 90 }], false)
      tell(project)
    }
    editDocument(project, { documentId, splice: { start: 60, end: 60, text: '\n' }, expected: '', joins: false, coderId })
    tell(project)
    for (let n = 0; n < 6; n++) {
      project.undo()
      tell(project)
    }
    for (let n = 0; n < 3; n++) {
      project.redo()
      tell(project)
    }
  }
}

/** Written at once, past every buffer of this process: what is told has happened. */
function tell(project: Project): void {
  writeSync(1, `${JSON.stringify(stateOf(project))}\n`)
}
