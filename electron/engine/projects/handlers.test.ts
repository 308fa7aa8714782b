import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ChangeEvent } from '#shared/contract/projects.ts'
import { makeTestEngine, type TestEngine } from '../testing.ts'
import { fileNameFor } from './files.ts'

function engine(options: Parameters<typeof makeTestEngine>[0] = { open: false }): TestEngine {
  const made = makeTestEngine(options)
  onTestFinished(made.cleanup)
  return made
}

const refusedWith = (code: string) => ({ data: { code } })
const projectFiles = ({ folder }: TestEngine) =>
  readdirSync(folder)
    .filter((name) => name !== 'data')
    .sort()

describe('projects', () => {
  test('a second project of a name lies beside the first', async () => {
    const e = engine()
    await e.client.projects.create({ name: 'Study: one/two' })
    const { project } = await e.client.projects.create({ name: 'Study: one/two' })
    expect(project).toMatchObject({ name: 'Study: one/two', file: join(e.folder, 'Study one two 2.emic') })
    await e.client.projects.close()
    expect(projectFiles(e)).toEqual(['Study one two 2.emic', 'Study one two.emic'])
    await expect(e.client.projects.create({ name: '  ' })).rejects.toMatchObject(refusedWith('name-empty'))
  })

  test('recent projects open by their key, show what is missing, and can be forgotten', async () => {
    const e = engine()
    await e.client.projects.create({ name: 'One' })
    await e.client.projects.create({ name: 'Two' })
    writeFileSync(join(e.folder, 'Never opened.emic'), '')
    const recent = await e.client.projects.recent()
    expect(recent.map(({ name, missing, openedAt }) => [name, missing, openedAt !== null])).toEqual([
      ['Two', false, true],
      ['One', false, true],
      ['Never opened', false, false],
    ])
    expect((await e.client.projects.open({ key: recent[1]!.key })).project).toMatchObject({ name: 'One' })
    expect((await e.client.projects.open({ key: recent[1]!.key })).project).toMatchObject({ name: 'One' })
    await expect(e.client.projects.open({ key: 'made-up' })).rejects.toMatchObject(refusedWith('not-found'))
    await expect(e.client.projects.open({ key: recent[2]!.key })).rejects.toMatchObject(refusedWith('project-not-emic'))
    expect(await e.client.projects.current()).toMatchObject({ name: 'One' })
    await e.client.projects.forget({ key: recent[0]!.key })
    expect((await e.client.projects.recent()).map(({ name, openedAt }) => [name, openedAt !== null])).toEqual([
      ['One', true],
      ['Never opened', false],
      ['Two', false],
    ])
  })

  test('a damaged list of recent projects or preferences is as good as none', async () => {
    const e = engine()
    await e.client.projects.setPreferences({ theme: 'dark', views: { a: { width: 3 } } })
    expect(await e.client.projects.setPreferences({ views: { b: 1 } })).toMatchObject({ theme: 'dark', views: { a: { width: 3 }, b: 1 } })
    for (const name of ['preferences.json', 'recent.json']) writeFileSync(join(e.folder, 'data', name), '{"theme": ')
    expect(await e.client.projects.preferences()).toMatchObject({ theme: 'system', language: null })
    expect(await e.client.projects.recent()).toEqual([])
    await e.client.projects.create({ name: 'One' })
    expect(await e.client.projects.recent()).toHaveLength(1)
  })

  test('a copy that is no project is refused, and nothing of it is left behind', async () => {
    const e = engine()
    await e.client.projects.create({ name: 'Mine' })
    const before = projectFiles(e)
    for (const [bytes, code] of [
      ['hello', 'project-not-emic'],
      [`SQLite format 3\0${'x'.repeat(200)}`, 'project-not-emic'],
    ] as const) {
      await expect(e.client.projects.openCopy({ file: new File([bytes], 'Theirs.emic') })).rejects.toMatchObject({
        data: { code, params: { file: 'Theirs.emic' } },
      })
    }
    expect(projectFiles(e)).toEqual(before)
    expect(await e.client.projects.current()).toMatchObject({ name: 'Mine' })
  })

  test('a copy of a project opens beside those that are there', async () => {
    const [theirs, mine] = [engine(), engine()]
    await theirs.client.projects.create({ name: 'Study' })
    await theirs.client.projects.close()
    const bytes = readFileSync(join(theirs.folder, 'Study.emic'))
    await mine.client.projects.create({ name: 'Study' })
    const { project } = await mine.client.projects.openCopy({ file: new File([bytes], 'Study.emic') })
    expect(project).toMatchObject({ name: 'Study', file: join(mine.folder, 'Study 2.emic') })
    await mine.client.projects.close()
    expect(projectFiles(mine)).toEqual(['Study 2.emic', 'Study.emic'])
  })

  test('on the desktop the person says where, and may change their mind', async () => {
    const answers: (string | null)[] = []
    const choose = async () => answers.shift() ?? null
    const e = engine({ open: false, host: { kind: 'desktop', projectsFolder: null, chooseProject: choose, chooseNewProject: choose } })
    const place = join(e.folder, 'Chosen')
    answers.push(null, place, null)
    expect(await e.client.projects.create({ name: 'Study' })).toEqual({ project: null })
    expect((await e.client.projects.create({ name: 'Study' })).project).toMatchObject({ name: 'Study', file: `${place}.emic` })
    expect(await e.client.projects.open({})).toEqual({ project: null })
    expect(await e.client.projects.current()).toMatchObject({ name: 'Study' })
  })

  test('a new name can be undone, and shows among the recent projects', async () => {
    const e = engine()
    await e.client.projects.create({ name: 'Old' })
    await e.client.projects.rename({ name: 'New' })
    expect((await e.client.projects.recent())[0]).toMatchObject({ name: 'New' })
    await e.client.history.undo()
    expect(await e.client.projects.current()).toMatchObject({ name: 'Old' })
    expect(existsSync(join(e.folder, 'Old.emic'))).toBe(true)
  })

  test('without a project everything else says so', async () => {
    const e = engine()
    expect(await e.client.projects.current()).toBeNull()
    await expect(e.client.documents.list()).rejects.toMatchObject(refusedWith('no-project'))
    await expect(e.client.history.undo()).rejects.toMatchObject(refusedWith('no-project'))
    await e.client.projects.close()
    expect(e.reported).toEqual([])
  })
})

describe('change events', () => {
  test('none is lost between two reads, and they end with the listener or the engine', async () => {
    const e = engine({})
    const stop = new AbortController()
    const [one, two] = [await e.client.projects.changes(undefined, { signal: stop.signal }), await e.client.projects.changes()]
    for (let n = 0; n < 300; n++) await e.client.projects.rename({ name: `Name ${n}` })
    await e.client.history.undo()
    const events: ChangeEvent[] = []
    while (events.length < 301) events.push((await one.next()).value as ChangeEvent)
    expect(events.slice(299)).toEqual([
      { subjects: ['project', 'history'], documents: [], by: 'change' },
      { subjects: ['project', 'history'], documents: [], by: 'undo' },
    ])
    const waiting = one.next()
    stop.abort()
    expect((await waiting).done).toBe(true)
    for (let n = 0; n < 301; n++) await two.next()
    const last = two.next()
    e.close()
    expect((await last).done).toBe(true)
  })
})

test.each([
  ['Study', 'Study'],
  ['a/b\\c:d*e?"f<g>h|i', 'a b c d e f g h i'],
  ['..hidden. ', 'hidden'],
  ['CON', 'CON project'],
  ['???', 'Project'],
  ['访谈'.repeat(100), '访谈'.repeat(30)],
])('a project called %j has a file that every system takes', (name, file) => {
  expect(fileNameFor(name)).toBe(file)
})
