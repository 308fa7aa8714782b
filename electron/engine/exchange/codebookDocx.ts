import { Document, HeadingLevel, Packer, Paragraph, type ParagraphChild, TextRun } from 'docx'
import type { Code } from '#shared/contract/codebook.ts'
import { levelOf, partsOf } from './codebook.ts'
import { xmlSafe } from './table.ts'
import type { Words } from './words.ts'

const levels = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
  HeadingLevel.HEADING_5,
  HeadingLevel.HEADING_6,
] as const

const font = { ascii: 'Calibri', hAnsi: 'Calibri', eastAsia: 'Microsoft YaHei', cs: 'Arial' }

/** The codebook as a Word document: the codes as headings of their level (six at most), so that they make its outline and contents. */
export async function codebookDocx(title: string, codes: readonly Code[], words: Words): Promise<Uint8Array<ArrayBuffer>> {
  const document = new Document({
    title: xmlSafe(title),
    creator: 'Emic',
    styles: { default: { document: { run: { font, size: 21 }, paragraph: { spacing: { after: 80, line: 280 } } } } },
    sections: [{ children: [titled(title), ...codes.flatMap((code) => entryOf(code, levelOf(codes, code), words))] }],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function titled(title: string): Paragraph {
  return new Paragraph({ heading: HeadingLevel.TITLE, children: [new TextRun(xmlSafe(title))] })
}

function entryOf(code: Code, level: number, words: Words): Paragraph[] {
  const heading = new Paragraph({
    heading: levels[Math.min(level, levels.length) - 1]!,
    keepNext: true,
    children: [new TextRun({ text: '■ ', color: code.color.slice(1) }), new TextRun(xmlSafe(code.name))],
  })
  const used = code.codable ? words.usedIn(code.codings, code.documents) : words.no
  const counts = new Paragraph({ children: [new TextRun({ text: used, color: '6b6f78', size: 18 })] })
  const parts = partsOf(code, words).map(
    ([name, text]) => new Paragraph({ children: [new TextRun({ text: `${name}: `, bold: true }), ...linesOf(text)] }),
  )
  return [heading, counts, ...parts]
}

function linesOf(text: string): ParagraphChild[] {
  return xmlSafe(text)
    .split(/\r\n|\r|\n/u)
    .map((line, index) => new TextRun(index === 0 ? { text: line } : { text: line, break: 1 }))
}
