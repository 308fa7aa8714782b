import type { Mark } from '#shared/contract/documents.ts'
import { cleanText, isBlank, joinMarked, type MarkedText, tidyMarks, trimMarked } from './text.ts'
import type { Paragraph } from './types.ts'

/** What Emic reads of a node in mammoth's document tree (mammoth/lib/documents.js, which has no types of its own). */
export type WordNode = {
  type: string
  children?: WordNode[]
  value?: string
  styleName?: string | null
  styleId?: string | null
  isBold?: boolean
  isItalic?: boolean
  checked?: boolean
  noteType?: string
  noteId?: string
  body?: WordNode[]
  comments?: unknown[]
  notes?: { resolve(reference: WordNode): WordNode | null }
}

export type WordText = { body: Paragraph[]; notes: Paragraph[]; images: number }

/** A document's paragraphs without blank ones at its ends, and its footnotes and endnotes in the order of their references. */
export function docxParagraphs(document: WordNode): WordText {
  const walk: Walk = { references: [], images: 0 }
  const body = blocks(document.children ?? [], walk)
  const notes: Paragraph[] = []
  // A note may refer to a further one, so the list can grow on the way.
  for (let i = 0; i < walk.references.length; i++) {
    const note = document.notes?.resolve(walk.references[i]!)
    const inside = blocks(note?.body ?? [], walk).filter((paragraph) => !isBlank(paragraph.text))
    inside.forEach((paragraph, line) => {
      const text = trimMarked(paragraph)
      notes.push({ heading: 0, ...(line === 0 ? joinMarked({ text: `[${i + 1}]`, marks: [] }, text) : text) })
    })
  }
  return { body: withoutBlankEnds(body), notes, images: walk.images }
}

type Walk = { references: WordNode[]; images: number }

function blocks(nodes: WordNode[], walk: Walk): Paragraph[] {
  return nodes.flatMap((node) => {
    if (node.type === 'paragraph') return paragraphLines(node, walk)
    if (node.type === 'table') return (node.children ?? []).flatMap((row) => rowParagraphs(row, walk))
    return blocks(node.children ?? [], walk)
  })
}

/** Cells joined by TAB; the only cell of a row is a frame around ordinary paragraphs. */
function rowParagraphs(row: WordNode, walk: Walk): Paragraph[] {
  const cells = row.children ?? []
  const [only] = cells
  if (cells.length === 1 && only) return blocks(only.children ?? [], walk)
  const texts = cells.map((cell) =>
    blocks(cell.children ?? [], walk)
      .map(trimMarked)
      .reduce(joinMarked, { text: '', marks: [] }),
  )
  const builder = new LineBuilder()
  texts.forEach((cell, i) => {
    if (i > 0) builder.add('\t')
    builder.addMarked(cell)
  })
  return builder.lines().map((line) => ({ ...line, heading: 0 }))
}

function paragraphLines(node: WordNode, walk: Walk): Paragraph[] {
  const builder = new LineBuilder()
  inline(node.children ?? [], { bold: false, italic: false }, builder, walk)
  const heading = headingLevel(node)
  return builder.lines().map((line) => ({ ...line, heading: isBlank(line.text) ? 0 : heading }))
}

type Look = { bold: boolean; italic: boolean }

function inline(nodes: WordNode[], look: Look, builder: LineBuilder, walk: Walk): void {
  for (const node of nodes) {
    if (node.type === 'text') builder.add(node.value ?? '', look)
    else if (node.type === 'tab') builder.add('\t')
    else if (node.type === 'break') builder.add('\n')
    else if (node.type === 'checkbox') builder.add(node.checked ? '☑' : '☐')
    else if (node.type === 'image') walk.images++
    else if (node.type === 'noteReference') builder.add(`[${walk.references.push(node)}]`)
    else if (node.type === 'paragraph') {
      // The text of a box that hangs in a paragraph.
      builder.add('\n')
      inline(node.children ?? [], look, builder, walk)
    } else inline(node.children ?? [], node.type === 'run' ? lookOf(node, look) : look, builder, walk)
  }
}

function lookOf(run: WordNode, around: Look): Look {
  return {
    bold: around.bold || run.isBold === true || run.styleName === 'Strong',
    italic: around.italic || run.isItalic === true || run.styleName === 'Emphasis',
  }
}

/** Word calls its built-in styles `heading 1` in every language; only their ids are translated. */
function headingLevel({ styleName, styleId }: WordNode): number {
  const name = styleName ?? styleId ?? ''
  if (/^title$/i.test(name)) return 1
  if (/^subtitle$/i.test(name)) return 2
  const level = Number(/^heading\s*([1-9])$/i.exec(name)?.[1] ?? 0)
  return Math.min(level, 6)
}

/** Collects a paragraph's text and marks, divided at the line breaks inside it. */
class LineBuilder {
  #done: MarkedText[] = []
  #text = ''
  #marks: Mark[] = []

  add(raw: string, look: Look = { bold: false, italic: false }): void {
    const pieces = cleanText(raw).text.split('\n')
    pieces.forEach((piece, i) => {
      if (i > 0) this.#endLine()
      const start = this.#text.length
      this.#text += piece
      if (look.bold) this.#marks.push([start, this.#text.length, 'b'])
      if (look.italic) this.#marks.push([start, this.#text.length, 'i'])
    })
  }

  addMarked({ text, marks }: MarkedText): void {
    const start = this.#text.length
    this.#text += text
    for (const [from, to, kind] of marks) this.#marks.push([from + start, to + start, kind])
  }

  lines(): MarkedText[] {
    this.#endLine()
    return this.#done
  }

  #endLine(): void {
    this.#done.push({ text: this.#text, marks: tidyMarks(this.#marks) })
    this.#text = ''
    this.#marks = []
  }
}

function withoutBlankEnds(paragraphs: Paragraph[]): Paragraph[] {
  const first = paragraphs.findIndex((paragraph) => !isBlank(paragraph.text))
  const last = paragraphs.findLastIndex((paragraph) => !isBlank(paragraph.text))
  return first < 0 ? [] : paragraphs.slice(first, last + 1)
}
