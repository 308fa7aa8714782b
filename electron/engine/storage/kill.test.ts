import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { createProjectFile, openProjectFile } from '../projects/files.ts'
import { testResources } from '../testing.ts'
import { checkProject } from './check.ts'
import { type State, stateOf } from './killState.ts'

const rounds = 50
/** Each file is killed this often before a new one is taken, so that wounds could add up. */
const roundsPerFile = 10
const seed = Number(process.env.EMIC_KILL_SEED ?? Date.now() % 1_000_000)

test(`a project survives ${rounds} kills at random moments and misses at most what was in flight (seed ${seed})`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'emic-kill-'))
  const random = randomFrom(seed)
  let next = start()
  onTestFinished(() => {
    next.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  let inFlight = 0
  for (let round = 0; round < rounds; round++) {
    const file = join(folder, `${Math.floor(round / roundsPerFile)}.emic`)
    if (round % roundsPerFile === 0) createProjectFile(file, 'Killed', testResources.migrations).close()
    const child = next
    // The next child loads the engine while this one works.
    next = start()
    const told = await killedAfter(child, file, 1 + random() * 150)

    const project = openProjectFile(file, testResources.migrations)
    try {
      const found = stateOf(project)
      if (JSON.stringify(found) !== JSON.stringify(told)) {
        inFlight++
        expect(isOneStepFrom(told, found), JSON.stringify({ round, told, found })).toBe(true)
      }
      expect(checkProject(project), `round ${round}`).toEqual({ ok: true, faults: [] })
      if (round % roundsPerFile === roundsPerFile - 1) undoAndRedoAll(project, found)
    } finally {
      project.close()
    }
  }
  expect(inFlight).toBeLessThan(rounds)
}, 180_000)

function start(): ChildProcess {
  return spawn(process.execPath, [join(import.meta.dirname, 'killable.ts')], { stdio: ['pipe', 'pipe', 'inherit'] })
}

/** Lets the child work for so long after its first word, kills it, and returns the last state that it told. */
async function killedAfter(child: ChildProcess, file: string, ms: number): Promise<State> {
  let output = ''
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  child.stdin!.write(`${file}\n`)
  await once(child.stdout!, 'data')
  await wait(ms)
  child.kill('SIGKILL')
  await once(child, 'close')
  const [exit, signal] = [child.exitCode, child.signalCode]
  expect([exit, signal], output).toEqual([null, 'SIGKILL'])
  return JSON.parse(output.split('\n').at(-2)!) as State
}

/** True where one more operation leads from what was told to what was found: an entry more, or the last one undone. */
function isOneStepFrom(told: State, found: State): boolean {
  const [longer, shorter] = told.done.length > found.done.length ? [told.done, found.done] : [found.done, told.done]
  return longer.length === shorter.length + 1 && shorter.every((id, index) => id === longer[index])
}

function undoAndRedoAll(project: ReturnType<typeof openProjectFile>, found: State): void {
  for (const _ of found.done) project.undo()
  expect(stateOf(project)).toEqual({ done: [], documents: 0, turns: 0, codings: 0 })
  for (const _ of found.done) project.redo()
  expect(stateOf(project)).toEqual(found)
  expect(checkProject(project)).toEqual({ ok: true, faults: [] })
}

/** Mulberry32: a small generator that a seed repeats. */
function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
