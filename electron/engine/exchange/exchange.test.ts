import { strFromU8, unzipSync } from 'fflate'
import mammoth from 'mammoth'
import readExcelFile, { readSheet } from 'read-excel-file/node'
import { beforeEach, expect, test } from 'vitest'
import { cooccurrenceQuestion, crosstabQuestion } from '#shared/contract/analysis.ts'
import { exportRequest } from '#shared/contract/exchange.ts'
import { insertCode } from '../codebook/rules.ts'
import { insertCodings } from '../codings/add.ts'
import { makeTestProject, type TestProject } from '../testing.ts'
import { exportFile } from './handlers.ts'
import type { Language } from './words.ts'
import { cellLimit, fitting } from './xlsx.ts'

let study: TestProject
beforeEach(() => {
  study = makeTestProject()
  return study.cleanup
})

function change<T>(make: () => T): T {
  return study.project.change({ kind: 'test', params: {}, coderId: study.coderId }, make)
}

function smallStudy(): void {
  const documentId = study.addDocument('采访 1', [
    ['Ann', '你好😀 =money'],
    ['Bo', 'trust'],
  ])
  change(() => {
    const barriers = insertCode(study.project, null, { name: 'Barriers', codable: false })
    const money = insertCode(study.project, barriers, { name: 'Money', definition: '=1+1', whenToUse: 'always\nreally', example: 'a *b*' })
    const trust = insertCode(study.project, null, { name: 'Trust' })
    const coding = (codeId: string, start: number, end: number) => ({ documentId, codeId, coderId: study.coderId, start, end })
    insertCodings(study.project, [coding(money, 0, 11), { ...coding(trust, 5, 17), comment: '-3' }], false)
    study.project.db.exec(`INSERT INTO theme SELECT 't', 'Means', '', '#e07a73', 1, ''`)
    study.project.db.prepare(`INSERT INTO theme_code VALUES ('t', ?, 1)`).run(barriers)
  })
}

const ask = (request: object, language: Language = 'en') => exportFile(study.project, exportRequest.parse(request), language)
const rowsOf = async (file: File) => readSheet(Buffer.from(await file.arrayBuffer()))
const linesOf = async (file: File) => (await file.text()).split('\r\n')

test('a codebook in Word has real headings by level, and says everything about a code', async () => {
  smallStudy()
  const file = await ask({ what: 'codebook', format: 'docx' })
  expect(file.name).toBe('Test - Codebook.docx')
  const { value } = await mammoth.convertToHtml({ buffer: Buffer.from(await file.arrayBuffer()) })
  expect(value).toMatch(/<h1>(<a[^>]*><\/a>)?■ Barriers<\/h1>/u)
  expect(value).toMatch(/<h2>■ Money<\/h2>/u)
  expect(value).toContain('1 coding in 1 document')
  expect(value).toMatch(/<strong>When to use: <\/strong>always<br ?\/>really/u)
  expect(strFromU8(unzipSync(new Uint8Array(await file.arrayBuffer()))['word/document.xml']!)).toContain('w:val="e07a73"')
})

test('a codebook as a workbook and as CSV holds the same rows, with nothing that runs', async () => {
  smallStudy()
  const rows = await rowsOf(await ask({ what: 'codebook', format: 'xlsx' }))
  expect(rows[0]!.slice(0, 3)).toEqual(['Path', 'Code', 'Level'])
  expect(rows[2]!.slice(0, 6)).toEqual(['Barriers > Money', 'Money', 2, '#2fa9b8', 'yes', '=1+1'])
  const workbook = unzipSync(new Uint8Array(await (await ask({ what: 'codebook', format: 'xlsx' })).arrayBuffer()))
  expect(strFromU8(workbook['xl/worksheets/sheet1.xml']!)).not.toContain('<f>')
  const csv = await ask({ what: 'codebook', format: 'csv' }, 'zh-Hans')
  expect(csv.name).toBe('Test - 编码本.csv')
  expect([...new Uint8Array(await csv.slice(0, 3).arrayBuffer())]).toEqual([0xef, 0xbb, 0xbf])
  expect((await linesOf(csv))[2]).toContain(`Barriers > Money,Money,2,#2fa9b8,是,'=1+1,"always\nreally"`)
})

test('a codebook in Markdown keeps what its texts say', async () => {
  smallStudy()
  const text = await (await ask({ what: 'codebook', format: 'md' })).text()
  expect(text).toContain('## Barriers\n')
  expect(text).toContain('### Money\n')
  expect(text).toContain('**Example:** a \\*b\\*')
})

test('coded segments carry code points, code path and the neutralised comment', async () => {
  smallStudy()
  const lines = await linesOf(await ask({ what: 'codings', format: 'csv' }))
  expect(lines[1]).toMatch(/^采访 1,,Ann,,Barriers > Money,Tester,0,10,你好😀 =money,,/u)
  const rows = await rowsOf(await ask({ what: 'codings', format: 'xlsx' }))
  expect(rows[2]!.slice(4, 10)).toEqual(['Trust', 'Tester', 4, 16, '=money\ntrust', '-3'])
  await expect(ask({ what: 'codings', format: 'csv', filter: { codeIds: ['nobody'] } })).rejects.toThrow('export-empty')
})

test('a matrix is a plain table with its definition on a sheet of its own, or a picture', async () => {
  smallStudy()
  const question = cooccurrenceQuestion.parse({})
  const file = await ask({ what: 'matrix', format: 'xlsx', question })
  const [matrix, definition] = await readExcelFile(Buffer.from(await file.arrayBuffer()))
  expect(matrix!.data).toEqual([
    ['Code', 'Barriers > Money', 'Trust', 'Total'],
    ['Barriers > Money', 1, 1, 1],
    ['Trust', 1, 1, 1],
  ])
  expect(definition!.data[1]![0]).toContain('by the same coder')
  expect((await linesOf(await ask({ what: 'matrix', format: 'csv', question }))).length).toBe(4)
  const svg = await (await ask({ what: 'matrix', format: 'svg', question }, 'zh-Hans')).text()
  expect(svg).toContain('共现')
  expect(svg).toContain('同一编码员')
})

test('a theme matrix shows counts, or the passages themselves', async () => {
  smallStudy()
  const question = crosstabQuestion.parse({ rows: 'themes', columns: { by: 'speaker' } })
  expect(await rowsOf(await ask({ what: 'themes', format: 'xlsx', question }))).toEqual([
    ['Theme', 'Ann', 'Bo', 'Total'],
    ['Means', 1, 0, 1],
    ['Total', 1, 0, null],
  ])
  const lines = await linesOf(await ask({ what: 'themes', format: 'csv', question, cells: 'extracts' }))
  expect(lines[1]).toBe('Means,"“你好😀 =money” (采访 1, Ann)",')
})

test('an export of nothing is refused', async () => {
  await expect(ask({ what: 'codebook', format: 'docx' })).rejects.toThrow('export-empty')
  await expect(ask({ what: 'matrix', format: 'svg', question: {} })).rejects.toThrow('export-empty')
  await expect(ask({ what: 'themes', format: 'csv', question: { rows: 'themes', columns: { by: 'case' } } })).rejects.toThrow('export-empty')
})

test('text longer than a spreadsheet cell is cut where it can be seen, never inside a character', () => {
  const cut = (characters: number) => `[… ${characters} more]`
  const short = fitting('😀'.repeat(20_000), cut)
  expect(short.length).toBeLessThanOrEqual(cellLimit)
  expect(short).toMatch(/^(😀)+ \[… \d+ more\]$/u)
  expect(fitting('a\u0000b\ud800', cut)).toBe('a\ufffdb\ufffd')
})
