import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openProjectFile } from '../projects/files.ts'
import { journaledTables } from '../storage/journal.ts'
import { makeTestEngine, type TestEngine, testResources } from '../testing.ts'

/** Everything that the journal answers for, row by row. */
function dump(db: Database): string {
  const tables = journaledTables.map((table) => {
    const rows = db.prepare(`SELECT * FROM ${table}`).all() as Record<string, unknown>[]
    return [table, rows.map((row) => JSON.stringify(row)).toSorted()]
  })
  return JSON.stringify(tables, null, 1)
}

type Step = { history: 'undo' | 'redo' | 'change'; what: number; a: number; b: number; c: number; flag: boolean }
const step: fc.Arbitrary<Step> = fc.record({
  history: fc.constantFrom('change', 'change', 'change', 'undo', 'redo'),
  what: fc.nat(999),
  a: fc.nat(999),
  b: fc.nat(999),
  c: fc.nat(999),
  flag: fc.boolean(),
})

const letters = ['Trust', 'Money', 'Distance', 'Shame', '数字', 'trust']

/** One call of the contract, made from what is there. */
async function perform({ client, coderIds }: TestEngine & { coderIds: string[] }, { what, a, b, c, flag }: Step): Promise<unknown> {
  const pick = <T>(list: readonly T[], at: number): T | undefined => list[at % Math.max(1, list.length)]
  const codes = await client.codebook.list()
  const documents = await client.documents.list()
  const { segments } = await client.codings.segments({ filter: {} })
  const { cases, variables } = await client.cases.list()
  const memos = await client.memos.list({})
  const themes = await client.themes.list()
  const codeId = pick(codes, a)?.id ?? 'none'
  const otherId = pick(codes, b)?.id ?? 'none'
  const coding = pick(segments, a)
  const document = pick(documents, b)
  const caseId = pick(cases, a)?.id ?? 'none'
  const theme = pick(themes, a)
  const coderId = pick(coderIds, c)!
  const length = document?.characters ?? 0
  const range = (from: number, size: number) => ({ start: from % Math.max(1, length), end: (from % Math.max(1, length)) + 1 + (size % 12) })
  const name = `${pick(letters, c)}${flag ? a % 3 : ''}`
  const text = document && (await client.documents.text({ id: document.id }))
  const joined = text?.turns.map((turn) => turn.text).join('\n') ?? ''
  const cut = range(a, c)
  const target = [
    { on: 'project' as const },
    { on: 'code' as const, id: codeId },
    { on: 'coding' as const, id: coding?.id ?? 'none' },
    { on: 'document' as const, id: document?.id ?? 'none' },
    { on: 'case' as const, id: caseId },
    { on: 'theme' as const, id: theme?.id ?? 'none' },
  ]

  const addCodings = () =>
    client.codings.add({
      codings: [0, 7, 13].map((shift) => ({ documentId: document?.id ?? 'none', codeId, coderId, ...range(a + shift, c) })),
      merge: flag,
    })
  const actions: (() => Promise<unknown>)[] = [
    () => client.codebook.create({ name, parentId: flag ? codeId : null, codable: a % 7 !== 0 }),
    () => client.codebook.create({ name: `${name} ${b}`, parentId: flag && codes.length > 0 ? codeId : null }),
    () => client.codebook.update({ id: codeId, fields: flag ? { name } : { definition: `about ${b}`, color: '#123456' } }),
    () => client.codebook.move({ ids: [codeId, pick(codes, c)?.id ?? 'none'], parentId: flag ? otherId : null, beforeId: null }),
    () => client.codebook.move({ ids: [codeId], parentId: pick(codes, b)?.parentId ?? null, beforeId: otherId }),
    () => client.codebook.merge({ ids: [codeId], intoId: otherId, coderId }),
    () => client.codebook.remove({ ids: [codeId] }),
    addCodings,
    addCodings,
    addCodings,
    () => client.codings.remove({ ids: coding ? [coding.id] : [] }),
    () => client.codings.recode({ ids: segments.slice(0, 1 + (b % 4)).map((segment) => segment.id), codeId }),
    () => client.codings.update({ id: coding?.id ?? 'none', start: coding?.start, end: (coding?.end ?? 0) + (c % 9) }),
    () => client.codings.update({ id: coding?.id ?? 'none', weight: flag ? c % 101 : null, comment: `because ${b}` }),
    () => client.cases.create({ name: `${name} ${b % 5}`, documentIds: flag && document ? [document.id] : [] }),
    () => client.cases.rename({ id: caseId, name }),
    () => client.cases.remove({ ids: [caseId] }),
    () => client.cases.linkDocument({ caseId, documentId: document?.id ?? 'none', linked: flag }),
    () => client.cases.linkSpeaker({ caseId: flag ? caseId : null, speakerId: pick(text?.speakers ?? [], c)?.id ?? 'none' }),
    () => client.cases.createVariable({ name, type: pick(['text', 'number', 'date', 'category'] as const, b)!, categories: ['low', 'high'] }),
    () => client.cases.updateVariable({ id: pick(variables, b)?.id ?? 'none', name, categories: flag ? ['low', 'very high'] : ['new'] }),
    () => client.cases.removeVariable({ id: pick(variables, b)?.id ?? 'none' }),
    () => client.cases.setValue({ caseId, variableId: pick(variables, b)?.id ?? 'none', value: pick(['', 'low', 'own', '12', '2026-02-28'], c)! }),
    () => client.memos.create({ target: target[b % target.length]!, title: name, text: `note ${c}` }),
    () => client.memos.update({ id: pick(memos, b)?.id ?? 'none', text: `note ${c}`, joins: flag }),
    () => client.memos.remove({ id: pick(memos, b)?.id ?? 'none' }),
    () => client.themes.create({ name, claim: `${b}`, codeIds: codes.length > 0 ? [codeId, otherId] : [] }),
    () => client.themes.update({ id: theme?.id ?? 'none', name: flag ? name : undefined, claim: `says ${b}` }),
    () => client.themes.move({ id: theme?.id ?? 'none', beforeId: pick(themes, b)?.id ?? null }),
    () => client.themes.addCodes({ themeId: theme?.id ?? 'none', codeIds: codes.slice(0, b % 4).map((code) => code.id) }),
    () => client.themes.removeCode({ themeId: theme?.id ?? 'none', codeId: theme?.codeIds[0] ?? 'none' }),
    () => client.themes.remove({ id: theme?.id ?? 'none' }),
    () => client.coders.rename({ id: coderIds[1]!, name: `${name} ${b}` }),
    () => client.documents.rename({ id: document?.id ?? 'none', name }),
    () =>
      client.documents.edit({
        id: document?.id ?? 'none',
        splice: { ...cut, text: flag ? 'put\nin' : '' },
        expected: joined.slice(cut.start, cut.end),
      }),
    () => client.documents.remove({ ids: a % 5 === 0 && document ? [document.id] : [] }),
  ]
  return actions[what % actions.length]!()
}

/** A little of everything to begin with, so that most calls find something to change. Returns the coders. */
async function fill({ client, project, coderId, addDocument }: TestEngine): Promise<string[]> {
  // What the disk does is another test's subject.
  project.db.pragma('synchronous = OFF')
  const one = addDocument('One', [['Ann', 'We waited 😀 the whole day.'], ['Bo', '我们等了一整天。'], '', ['Ann', 'And nobody came.']])
  addDocument('Two', ['A note, nothing more.'])
  const mei = await client.coders.create({ name: 'Mei' })
  const top = await client.codebook.create({ name: 'Barriers' })
  const below = await client.codebook.create({ name: 'Money', parentId: top.id })
  await client.codebook.create({ name: 'Trust', parentId: top.id })
  const added = await client.codings.add({
    codings: [
      { documentId: one, codeId: top.id, start: 0, end: 9 },
      { documentId: one, codeId: below.id, start: 3, end: 20, coderId: mei.id },
    ],
  })
  const ann = await client.cases.create({ name: 'Ann', documentIds: [one] })
  for (const type of ['category', 'number', 'date'] as const) await client.cases.createVariable({ name: type, type, categories: ['low', 'high'] })
  const { variables } = await client.cases.list()
  await client.cases.setValue({ caseId: ann.id, variableId: variables[0]!.id, value: 'low' })
  const theme = await client.themes.create({ name: 'Waiting', codeIds: [top.id] })
  await client.themes.create({ name: 'Shame' })
  await client.memos.create({ target: { on: 'coding', id: added.ids[0]! }, text: 'why?' })
  await client.memos.create({ target: { on: 'theme', id: theme.id }, text: 'keep' })
  return [coderId, mei.id]
}

it('every change can be undone and redone, also after the file was closed', { timeout: 180_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 35 }), async (steps) => {
      const engine = makeTestEngine()
      try {
        const coderIds = await fill(engine)
        const states = [dump(engine.project.db)]
        let at = 0
        for (const next of steps) {
          if (next.history === 'undo' && at > 0) {
            await engine.client.history.undo()
            expect(dump(engine.project.db)).toBe(states[--at])
            continue
          }
          if (next.history === 'redo' && at < states.length - 1) {
            await engine.client.history.redo()
            expect(dump(engine.project.db)).toBe(states[++at])
            continue
          }
          const before = (await engine.client.history.list({ limit: 1 }))[0]!.id
          const refused = await perform({ ...engine, coderIds, project: engine.project, coderId: engine.coderId }, next).then(
            () => false,
            () => true,
          )
          const after = (await engine.client.history.list({ limit: 1 }))[0]!.id
          const state = dump(engine.project.db)
          if (refused || state === states[at]) expect([state, after]).toEqual([states[at], before])
          else if (after === before) states[at] = state
          else {
            states.splice(at + 1, states.length, state)
            at++
          }
        }
        const undoRedoAll = async () => {
          for (let left = at; left > 0; left--) await engine.client.history.undo()
          expect(dump(engine.project.db)).toBe(states[0])
          for (let left = at; left > 0; left--) await engine.client.history.redo()
          expect(dump(engine.project.db)).toBe(states[at])
        }
        await undoRedoAll()
        engine.session.take(null)
        engine.session.take(openProjectFile(join(engine.folder, 'Test.emic'), testResources.migrations))
        expect(dump(engine.project.db)).toBe(states[at])
        await undoRedoAll()
        expect(await engine.client.projects.check()).toEqual({ ok: true, faults: [] })
        expect(engine.reported).toEqual([])
      } finally {
        engine.cleanup()
      }
    }),
    { numRuns: 25 },
  )
})
