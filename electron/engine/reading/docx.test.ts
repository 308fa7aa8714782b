import * as docx from 'docx'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readFile } from './read.ts'
import { foundOut, refusal, spoken, wholeText } from './testing.ts'

const body = (xml: string) =>
  `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${xml}</w:body></w:document>`
const file = (xml: string) => zipSync({ 'word/document.xml': strToU8(xml) })
const paragraph = (...runs: (string | docx.ParagraphChild)[]) =>
  new docx.Paragraph({ children: runs.map((run) => (typeof run === 'string' ? new docx.TextRun(run) : run)) })
const word = async (children: docx.ISectionOptions['children'], more: Partial<docx.IPropertiesOptions> = {}) =>
  new Uint8Array(await docx.Packer.toBuffer(new docx.Document({ ...more, sections: [{ children }] })))
const cell = (...children: docx.Paragraph[]) => new docx.TableCell({ children })

describe('Word documents', () => {
  it('keep headings, bold and italic, blank paragraphs between, and break at line breaks', async () => {
    const bytes = await word([
      new docx.Paragraph({ text: 'An invented study', heading: docx.HeadingLevel.HEADING_2 }),
      paragraph(''),
      paragraph('plain ', new docx.TextRun({ text: 'bold', bold: true }), new docx.TextRun({ text: 'both', bold: true, italics: true })),
      paragraph('one', new docx.TextRun({ text: '两', break: 1 })),
      paragraph(''),
    ])
    const document = await readFile('a.docx', bytes, foundOut)
    expect(document.turns.map((turn) => [turn.heading, turn.text])).toEqual([
      [2, 'An invented study'],
      [0, ''],
      [0, 'plain boldboth'],
      [0, 'one'],
      [0, '两'],
    ])
    expect(document.turns[2]!.marks).toEqual([
      [6, 14, 'b'],
      [10, 14, 'i'],
    ])
    expect(document.preview).toMatchObject({ format: 'docx', encoding: null, encodings: [] })
  })

  it('find speakers, also in tables', async () => {
    const bytes = await word([
      paragraph(new docx.TextRun({ text: '访谈者：', bold: true }), '您好。'),
      paragraph('李阿姨：', new docx.TextRun({ text: '好', italics: true })),
      new docx.Table({
        rows: [
          new docx.TableRow({ children: [cell(paragraph('访谈者：')), cell(paragraph('住'), paragraph('哪？'))] }),
          new docx.TableRow({ children: [cell(paragraph('李阿姨：')), cell(paragraph('东浦。'))] }),
        ],
      }),
    ])
    const document = await readFile('a.docx', bytes, foundOut)
    expect(spoken(document)).toEqual(['访谈者: 您好。', '李阿姨: 好', '访谈者: 住哪？', '李阿姨: 东浦。'])
    expect(document.turns.map((turn) => turn.marks)).toEqual([[], [[0, 1, 'i']], [], []])
  })

  it('join the cells of a row by TAB', async () => {
    const bytes = await word([
      new docx.Table({ rows: [new docx.TableRow({ children: [cell(paragraph('a'), paragraph('b')), cell(paragraph('c'))] })] }),
    ])
    expect(wholeText(await readFile('a.docx', bytes, foundOut))).toBe('a b\tc')
  })

  it('put footnotes at the end, leave comments out and say how many', async () => {
    const bytes = await word([paragraph('Anna: text', new docx.FootnoteReferenceRun(1), ' goes on'), paragraph('Anna: more')], {
      footnotes: { 1: { children: [paragraph('a note')] } },
      comments: { children: [{ id: 0, author: 'x', children: [paragraph('c')] }] },
    })
    const document = await readFile('a.docx', bytes, foundOut)
    expect(spoken(document)).toEqual(['Anna: text[1] goes on', 'Anna: more', '-: [1] a note'])
    expect(document.preview.warnings).toMatchObject([{ kind: 'comments-ignored', message: expect.stringContaining('1') }])
  })

  it('drop images and say how many', async () => {
    const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
    const image = new docx.ImageRun({ type: 'png', data: png, transformation: { width: 1, height: 1 } })
    const document = await readFile('a.docx', await word([paragraph('text', image)]), foundOut)
    expect(document.preview.warnings).toMatchObject([{ kind: 'images-dropped' }])
  })

  it.each([
    ['a zip without a document', zipSync({ 'a.txt': strToU8('x') })],
    ['a text', strToU8('hello')],
    ['damaged XML', file('<w:document')],
    ['another XML', file('<html/>')],
    ['an entity of its own', file(`<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/hostname">]>${body('<w:p><w:r><w:t>&a;</w:t></w:r></w:p>')}`)],
    ['tags nested past all sense', file(body('<w:p>'.repeat(100_000)))],
    ['half an archive', file(body('<w:p/>')).slice(0, 60)],
    ['an old Word file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Array<number>(600).fill(0)])],
  ])('%s is no Word document', async (_, bytes) => {
    expect(await refusal(readFile('a.docx', bytes, foundOut))).toMatchObject({ code: 'file-not-docx', params: { file: 'a.docx' } })
  })

  it('an archive that unfolds to far more than it is, or that lies about it, does not get far', async () => {
    expect((await refusal(readFile('a.docx', zipSync({ 'word/document.xml': new Uint8Array(40_000_000) }), foundOut))).code).toBe('file-too-large')
    const lying = file(body(`<w:p><w:r><w:t>${'a'.repeat(5_000_000)}</w:t></w:r></w:p>`))
    const view = new DataView(lying.buffer)
    for (let i = 0; i < lying.length - 30; i++) {
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 1000, true)
      if (view.getUint32(i, true) === 0x04034b50) view.setUint32(i + 22, 1000, true)
    }
    expect((await refusal(readFile('a.docx', lying, foundOut))).code).toBe('file-not-docx')
  })

  it('a document without a word is empty', async () => {
    expect((await refusal(readFile('a.docx', await word([paragraph('')]), foundOut))).code).toBe('file-empty')
  })
})
