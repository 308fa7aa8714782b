import { execFile, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Database from 'better-sqlite3'
import { zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openProjectFile } from '#engine/projects/files.ts'
import { readMigrations } from '#engine/storage/migrate.ts'

const entry = fileURLToPath(new URL('./emic.ts', import.meta.url))
const migrations = readMigrations(fileURLToPath(new URL('../../migrations', import.meta.url)))
const folder = mkdtempSync(join(tmpdir(), 'emic-cli-'))
const env = { ...process.env, EMIC_DATA: join(folder, 'data') }
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Ran = { status: number; out: string; err: string }

/** The real program, as a person runs it, in the test's folder. */
function emic(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, [entry, ...args], { cwd: folder, env, maxBuffer: 64 << 20 }, (error, out, err) => {
      resolve({ status: error ? Number(error.code) : 0, out, err })
    })
  })
}

async function json<S extends z.ZodType>(schema: S, ...args: string[]): Promise<z.infer<S>> {
  const { status, out, err } = await emic(...args, '--json')
  expect({ status, err }).toEqual({ status: 0, err: '' })
  return schema.parse(JSON.parse(out))
}

const put = (name: string, content: string | Uint8Array) => writeFileSync(join(folder, name), content)
const path = z.array(z.string()).min(1)
const count = z.int().nonnegative()

const shapes = {
  made: z.strictObject({ name: z.string(), file: z.string() }),
  info: z.strictObject({
    name: z.string(),
    schema: count,
    documents: count,
    characters: count,
    turns: count,
    codes: count,
    codings: count,
    coders: count,
    cases: count,
    variables: count,
    memos: count,
    themes: count,
  }),
  imported: z.array(
    z.strictObject({
      file: z.string(),
      format: z.string(),
      origin: z.null(),
      added: z.record(z.string(), count),
      encoding: z.string().nullable(),
      positions: z.string(),
      warnings: z.array(z.strictObject({ kind: z.string(), where: z.string(), message: z.string() })),
    }),
  ),
  documents: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      characters: count,
      words: count,
      turns: count,
      speakers: count,
      codings: count,
    }),
  ),
  codes: z.array(
    z.strictObject({ id: z.string(), path, color: z.string(), codable: z.boolean(), description: z.string(), codings: count, documents: count }),
  ),
  codings: z.array(
    z.strictObject({
      id: z.string(),
      document: z.string(),
      code: path,
      coder: z.string(),
      start: count,
      end: count,
      text: z.string(),
      weight: count.nullable(),
      comment: z.string(),
      created: z.iso.datetime(),
    }),
  ),
  cases: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      variables: z.record(z.string(), z.union([z.string(), z.number()])),
      documents: z.array(z.string()),
    }),
  ),
  added: z.strictObject({ added: count, skipped: count, merged: count }),
  cooccurrence: z.strictObject({
    kind: z.literal('cooccurrence'),
    unit: z.string(),
    measure: z.string(),
    codes: z.array(path),
    values: z.array(z.array(z.number().nullable())),
    totals: z.array(count),
    flags: z.array(z.strictObject({ row: count, column: count, flag: z.string() })),
  }),
  crosstab: z.strictObject({
    kind: z.literal('crosstab'),
    measure: z.string(),
    rows: z.array(z.union([z.string(), path])),
    columns: z.array(z.string().nullable()),
    values: z.array(z.array(count)),
    chi2: z.null(),
    df: z.null(),
    p: z.null(),
    residuals: z.null(),
  }),
  written: z.strictObject({ file: z.string(), bytes: count }),
  log: z.array(z.strictObject({ at: z.iso.datetime(), coder: z.string(), action: z.string(), subject: z.string() })),
  check: z.strictObject({ ok: z.boolean(), faults: z.array(z.strictObject({ kind: z.string(), where: z.string(), message: z.string() })) }),
}

const talk = 'Ann: 你好😀 world\nBo: yes, money\nAnn: trust\nBo: no\n'

describe('a study from the command line', () => {
  beforeAll(async () => {
    put('talk.txt', talk)
    expect((await emic('new', 'study', '--name', 'A study', '--coder', 'Mei')).status).toBe(0)
    expect((await emic('import', 'study.emic', 'talk.txt', '--coder', 'Mei')).err).toBe('')
  })

  test('is made, filled and counted', async () => {
    expect(await json(shapes.info, 'info', 'study.emic')).toMatchObject({ name: 'A study', documents: 1, coders: 1 })
    expect(await json(shapes.documents, 'documents', 'study.emic')).toMatchObject([{ name: 'talk', speakers: 2 }])
    expect((await emic('text', 'study.emic', 'talk')).out).toBe('你好😀 world\nyes, money\ntrust\nno\n')
    expect((await emic('info', 'study.emic')).out).toMatch(/^name {8}A study\n/u)
  })

  test('is coded in code points, by one and by table, and each change can be taken back', async () => {
    expect(await json(shapes.added, 'code', 'study.emic', '--document', 'talk', '--start', '2', '--end', '3', '--code', 'Barriers > Money')).toEqual({
      added: 1,
      skipped: 0,
      merged: 0,
    })
    put('codings.csv', '\ufeffdocument,start,end,code,coder\r\ntalk,0,9,Trust,Bo\r\ntalk,2,9,Barriers > Money,Bo\r\ntalk,0,9,Trust,Bo\r\n')
    expect(await json(shapes.added, 'code', 'study.emic', '--from', 'codings.csv')).toEqual({ added: 2, skipped: 1, merged: 0 })
    const codings = await json(shapes.codings, 'codings', 'study.emic')
    expect(codings.map(({ code, start, end, text, coder }) => [code.join('/'), start, end, text, coder === 'Bo'])).toEqual([
      ['Trust', 0, 9, '你好😀 world', true],
      ['Barriers/Money', 2, 3, '😀', false],
      ['Barriers/Money', 2, 9, '😀 world', true],
    ])
    expect(await json(shapes.codings, 'codings', 'study.emic', '--coder', 'Bo', '--code', 'barriers > money')).toHaveLength(1)
    expect((await json(shapes.codes, 'codes', 'study.emic')).map((code) => code.path)).toEqual([['Barriers'], ['Barriers', 'Money'], ['Trust']])
    const matrix = await json(shapes.cooccurrence, 'matrix', 'cooccurrence', 'study.emic')
    expect(matrix.values).toEqual([
      [0, 0, 0],
      [0, 2, 1],
      [0, 1, 1],
    ])
    const [last] = await json(shapes.log, 'log', 'study.emic')
    expect(last).toMatchObject({ action: 'coding.add', subject: '3 codings' })
    expect(await json(shapes.log, 'undo', 'study.emic', '2')).toHaveLength(2)
    expect(await json(shapes.codes, 'codes', 'study.emic')).toEqual([])
    expect(await json(shapes.log, 'redo', 'study.emic', '2')).toHaveLength(2)
    expect(await json(shapes.codings, 'codings', 'study.emic')).toEqual(codings)
    expect(await emic('undo', 'study.emic', '99')).toMatchObject({ status: 1, out: '' })
    expect(await json(shapes.codings, 'codings', 'study.emic')).toHaveLength(3)
    expect(await json(shapes.check, 'check', 'study.emic')).toEqual({ ok: true, faults: [] })
  })

  test('joins overlaps only when asked to', async () => {
    const overlap = ['code', 'study.emic', '--document', 'talk', '--code', 'Joined', '--coder', 'Mei']
    await emic(...overlap, '--start', '0', '--end', '5')
    expect(await json(shapes.added, ...overlap, '--start', '3', '--end', '8')).toEqual({ added: 1, skipped: 0, merged: 0 })
    expect((await json(shapes.added, ...overlap, '--start', '4', '--end', '9', '--merge')).merged).toBeGreaterThan(0)
    await emic('undo', 'study.emic', '3')
  })

  test('refuses what does not fit, and changes nothing by it', async () => {
    const before = await json(shapes.log, 'log', 'study.emic')
    put('bad.csv', 'document,start,end,code\ntalk,0,3,New code\ntalk,5,4000,New code\n')
    put('headless.csv', 'document,start,code\ntalk,0,x\n')
    expect(await emic('code', 'study.emic', '--from', 'bad.csv')).toMatchObject({ status: 1, err: expect.stringContaining('lies outside') })
    expect(await emic('code', 'study.emic', '--from', 'headless.csv')).toMatchObject({ status: 1, err: expect.stringContaining('"end" is missing') })
    expect(await emic('code', 'study.emic', '--from', 'nowhere.csv')).toMatchObject({ status: 1, err: expect.stringContaining('is not there') })
    expect(await emic('text', 'study.emic', 'nobody')).toEqual({ status: 1, out: '', err: 'emic: there is no document "nobody"\n' })
    expect(await emic('code', 'study.emic', '--document', 'talk')).toMatchObject({ status: 2, err: expect.stringContaining('--start') })
    expect(await json(shapes.log, 'log', 'study.emic')).toEqual(before)
    expect((await json(shapes.codes, 'codes', 'study.emic')).some((code) => code.path[0] === 'New code')).toBe(false)
  })
})

describe('the sample study', () => {
  beforeAll(async () => {
    expect(await json(shapes.made, 'new', 'sample.emic', '--sample')).toMatchObject({ file: join(folder, 'sample.emic') })
  })

  test('is listed, tabulated and found in order', async () => {
    expect(await json(shapes.info, 'info', 'sample.emic')).toMatchObject({ documents: 8, coders: 2 })
    expect((await json(shapes.cases, 'cases', 'sample.emic')).length).toBeGreaterThan(5)
    const table = await json(shapes.crosstab, 'matrix', 'crosstab', 'sample.emic', '--rows', 'themes', '--columns', 'variable:Role')
    expect(table.rows).toHaveLength(5)
    for (const unit of ['near:20', 'turn', 'paragraph', 'document']) {
      expect((await json(shapes.cooccurrence, 'matrix', 'cooccurrence', 'sample.emic', '--unit', unit)).unit).toBe(unit)
    }
    const rolled = await json(shapes.cooccurrence, 'matrix', 'cooccurrence', 'sample.emic', '--roll-up', '--measure', 'jaccard')
    expect(rolled.values.flat().every((value) => value === null || (value >= 0 && value <= 1))).toBe(true)
    expect((await emic('check', 'sample.emic')).out).toBe('nothing is wrong\n')
  })

  test.each([
    ['codebook.docx', [], 'PK'],
    ['codebook.md', [], '# Codebook'],
    ['codings.csv', [], '\ufeffDocument'],
    ['codings.xlsx', [], 'PK'],
    ['matrix.svg', ['--language', 'zh-Hans'], '<svg'],
    ['matrix.csv', ['--what', 'matrix', '--measure', 'c'], '\ufeffCode'],
    ['themes.csv', ['--what', 'themes', '--columns', 'case', '--cells', 'extracts'], '\ufeffTheme'],
    ['crosstab.xlsx', ['--what', 'crosstab', '--columns', 'coder'], 'PK'],
  ])('is exported as %s', async (name, options, beginning) => {
    const { bytes } = await json(shapes.written, 'export', 'sample.emic', name, ...options)
    const content = readFileSync(join(folder, name))
    expect(content.length).toBe(bytes)
    expect(content.toString('utf8').startsWith(beginning)).toBe(true)
  })

  test('what cannot be exported is refused', async () => {
    expect(await emic('export', 'sample.emic', 'x.qdpx')).toMatchObject({ status: 1, err: 'emic: ".qdpx" is no format for this export\n' })
    expect(await emic('export', 'sample.emic', 'x.svg', '--what', 'codebook')).toMatchObject({ status: 1 })
    expect(await emic('export', 'sample.emic', join('no', 'folder', 'x.csv'))).toMatchObject({
      status: 1,
      err: expect.stringContaining('cannot be written'),
    })
    expect(await emic('export', 'sample.emic', 'sample.emic', '--what', 'codings')).toMatchObject({ status: 1 })
  })

  test('a reader who stops early is no fault', async () => {
    const child = spawn(process.execPath, [entry, 'codings', 'sample.emic', '--json'], { cwd: folder, env })
    let err = ''
    child.stderr.on('data', (part) => {
      err += part
    })
    child.stdout.once('data', () => child.stdout.destroy())
    const status = await new Promise((resolve) => child.on('close', resolve))
    expect({ status, err }).toEqual({ status: 0, err: '' })
  })
})

describe('bad input', () => {
  test('files that cannot be read are each named with their reason, and the others go on', async () => {
    await emic('new', 'import.emic')
    put('empty.txt', '')
    put('zero.docx', '')
    put('zip.docx', zipSync({ 'a.txt': new Uint8Array([1]) }))
    put('times.vtt', 'WEBVTT\n\n00:00:01.000 --> 00:xx\nhi\n')
    put('gb.txt', Buffer.from('c4e3bac3a3accac0bde7a1a3ced2c3c7ccb8d2bbccb8a1a3', 'hex'))
    const bad = ['empty.txt', 'zero.docx', 'zip.docx', 'times.vtt', 'nowhere.txt', '.']
    const { status, out, err } = await emic('import', 'import.emic', ...bad, 'gb.txt', '--json')
    expect(status).toBe(1)
    expect(err.trim().split('\n')).toEqual(bad.map((name) => expect.stringMatching(new RegExp(`^emic: ${name.replace('.', '\\.')} `, 'u'))))
    expect(shapes.imported.parse(JSON.parse(out))).toMatchObject([{ file: 'gb.txt', encoding: 'gb18030', added: { documents: 1 } }])
    expect((await emic('text', 'import.emic', 'gb')).out).toBe('你好，世界。我们谈一谈。\n')
    await emic('import', 'import.emic', 'gb.txt', '--dry-run')
    expect(await json(shapes.documents, 'documents', 'import.emic')).toHaveLength(1)
  })

  test('projects that cannot be opened are refused and left as they are', async () => {
    put('words.emic', 'these are only words, though rather a lot of them, so that they fill the head of a file')
    await emic('new', 'newer.emic')
    const newer = new Database(join(folder, 'newer.emic'))
    newer.pragma('user_version = 99')
    newer.close()
    expect(await emic('info', 'words.emic')).toMatchObject({ status: 1, err: expect.stringContaining('is not an Emic project') })
    expect(await emic('info', 'newer.emic')).toMatchObject({ status: 1, err: expect.stringContaining('its version is 99') })
    expect(await emic('info', 'nowhere.emic')).toMatchObject({ status: 1, err: expect.stringContaining('is not there') })
    expect(await emic('new', 'words.emic')).toMatchObject({ status: 1, err: expect.stringContaining('exists already') })
    expect(readFileSync(join(folder, 'words.emic'), 'utf8')).toMatch(/^these are only words/u)
  })

  test('a project that is open elsewhere, or in a read-only folder, is refused', async () => {
    await emic('new', 'busy.emic')
    const project = openProjectFile(join(folder, 'busy.emic'), migrations)
    expect(await emic('info', 'busy.emic')).toMatchObject({ status: 1, err: expect.stringContaining('is open in another program') })
    project.close()
    // The superuser may write anywhere but in what the kernel makes up.
    const locked = process.getuid?.() === 0 ? '/proc' : join(folder, 'locked')
    if (!existsSync(locked)) mkdirSync(locked)
    if (locked !== '/proc') chmodSync(locked, 0o555)
    expect(await emic('new', join(locked, 'x.emic'))).toMatchObject({ status: 1, err: expect.stringContaining('read-only') })
  })

  test('a name that stands twice needs the id', async () => {
    await emic('new', 'twice.emic')
    mkdirSync(join(folder, 'other'))
    put('same.txt', 'one')
    put(join('other', 'same.txt'), 'two')
    await emic('import', 'twice.emic', 'same.txt', join('other', 'same.txt'))
    const documents = await json(shapes.documents, 'documents', 'twice.emic')
    if (new Set(documents.map(({ name }) => name)).size === 1) {
      expect(await emic('text', 'twice.emic', 'same')).toMatchObject({ status: 1, err: expect.stringContaining('use the id') })
    }
    expect((await emic('text', 'twice.emic', documents[1]!.id)).out).toBe('two\n')
  })

  test.concurrent.each([
    [['bogus']],
    [['info']],
    [['info', 'a.emic', '--nonsense']],
    [['undo', 'study.emic', 'many']],
    [['matrix', 'cooccurrence', 'study.emic', '--unit', 'sentence']],
    [['matrix', 'crosstab', 'study.emic', '--rows', 'people']],
    [['import', 'study.emic', 'talk.txt', '--kind', 'poem']],
    [['code', 'study.emic', '--start', '-1']],
  ])('wrong usage is one line and status 2: %j', async (args) => {
    const { status, out, err } = await emic(...args)
    expect({ status, out }).toEqual({ status: 2, out: '' })
    expect(err).toMatch(/^emic: [^\n]+\n$/u)
  })
})
