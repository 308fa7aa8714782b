import { $createTextNode, type EditorConfig, ElementNode, IS_BOLD, IS_ITALIC, type LexicalNode, type NodeKey, type TextNode } from 'lexical'
import type { Turn } from '#shared/contract/documents.ts'
import { type Run, runsOf } from './marks.ts'

/** What a turn shows beside its text: none of it is part of the text nor of a selection. */
export type TurnFace = { speaker: string; time: string; heading: number }

const turnKeys = new WeakMap<Element, NodeKey>()

/** About forty turns under one `content-visibility`, so that what is out of sight costs nothing. */
export class SectionNode extends ElementNode {
  override $config() {
    return this.config('section', { extends: ElementNode })
  }

  override createDOM(): HTMLElement {
    const dom = document.createElement('div')
    dom.dataset.section = this.__key
    return dom
  }

  override updateDOM(): false {
    return false
  }

  override canBeEmpty(): false {
    return false
  }
}

/** One paragraph of a transcript. Its id and speaker live in the coded text; here is only what it shows. */
export class TurnNode extends ElementNode {
  __face: TurnFace = { speaker: '', time: '', heading: 0 }

  override $config() {
    return this.config('turn', { extends: ElementNode })
  }

  override afterCloneFrom(previous: this): void {
    super.afterCloneFrom(previous)
    this.__face = previous.__face
  }

  setFace(face: TurnFace): void {
    const now = this.getLatest().__face
    if (now.speaker !== face.speaker || now.time !== face.time || now.heading !== face.heading) this.getWritable().__face = face
  }

  override createDOM(_config: EditorConfig): HTMLElement {
    const { speaker, time, heading } = this.__face
    const dom = document.createElement(heading > 0 ? `h${heading}` : 'p')
    dom.dataset.turn = ''
    turnKeys.set(dom, this.__key)
    if (speaker !== '') dom.dataset.speaker = speaker
    if (time !== '') dom.dataset.time = time
    return dom
  }

  override updateDOM(previous: this, dom: HTMLElement): boolean {
    if (previous.__face === this.__face) return false
    if (previous.__face.heading !== this.__face.heading) return true
    write(dom, 'speaker', this.__face.speaker)
    write(dom, 'time', this.__face.time)
    return false
  }
}

function write(dom: HTMLElement, name: 'speaker' | 'time', value: string): void {
  if (value === '') delete dom.dataset[name]
  else dom.dataset[name] = value
}

export function $isTurnNode(node: LexicalNode | null | undefined): node is TurnNode {
  return node instanceof TurnNode
}

export function $isSectionNode(node: LexicalNode | null | undefined): node is SectionNode {
  return node instanceof SectionNode
}

export function $createTurnNode(face: TurnFace, turn: Turn): TurnNode {
  const node = new TurnNode()
  node.__face = face
  node.append(...runsOf(turn).map($createRun))
  return node
}

/** Gives a turn its text and formatting; a lone text of one format keeps its node, and with it the caret's. */
export function $writeTurn(node: TurnNode, turn: Turn): void {
  const runs = runsOf(turn)
  const only = node.getChildrenSize() === 1 ? node.getFirstChild<TextNode>() : null
  if (runs.length === 1 && only && only.getFormat() === formatOf(runs[0]!)) {
    if (only.getTextContent() !== turn.text) only.setTextContent(turn.text)
    return
  }
  node.clear()
  node.append(...runs.map($createRun))
}

function $createRun(run: Run): TextNode {
  const node = $createTextNode(run.text)
  const format = formatOf(run)
  return format === 0 ? node : node.setFormat(format)
}

function formatOf(run: Run): number {
  return (run.bold ? IS_BOLD : 0) | (run.italic ? IS_ITALIC : 0)
}

/** The turn that holds a node, or null outside of all. */
export function $turnAbove(node: LexicalNode | null): TurnNode | null {
  let at: LexicalNode | null = node
  while (at !== null && !$isTurnNode(at)) at = at.getParent()
  return at
}

/** The node behind a turn's element. */
export function turnKeyOf(element: Element): NodeKey | undefined {
  return turnKeys.get(element)
}
