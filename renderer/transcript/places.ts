import { $createRangeSelection, $getNodeByKey, $isElementNode, $isTextNode, type LexicalNode, type PointType, type RangeSelection } from 'lexical'
import { $isTurnNode, $turnAbove, type TurnNode } from './nodes.ts'

/** A place in the editor: a turn and UTF-16 units of its text. */
export type TurnPlace = { turn: TurnNode; offset: number }

/** Where a point of Lexical's selection lies. Null outside of every turn. Must run inside a read or an update. */
export function $placeOf(point: PointType): TurnPlace | null {
  const node = $getNodeByKey(point.key)
  if (node === null) return null
  if ($isTextNode(node)) {
    const turn = $turnAbove(node)
    return turn && { turn, offset: textBefore(node) + point.offset }
  }
  if ($isTurnNode(node)) return { turn: node, offset: node.getChildren().slice(0, point.offset).reduce(addSize, 0) }
  if (!$isElementNode(node)) return null
  // Between turns or sections: the beginning of what follows, or the end of what came last.
  const next = node.getChildAtIndex(point.offset)
  if (next) {
    const first = $isTurnNode(next) ? next : $isElementNode(next) ? next.getFirstChild() : null
    return $isTurnNode(first) ? { turn: first, offset: 0 } : null
  }
  const last = node.getLastDescendant()
  const turn = $turnAbove(last)
  return turn && { turn, offset: turn.getTextContentSize() }
}

function textBefore(node: LexicalNode): number {
  let size = 0
  for (let at = node.getPreviousSibling(); at !== null; at = at.getPreviousSibling()) size += at.getTextContentSize()
  return size
}

function addSize(sum: number, node: LexicalNode): number {
  return sum + node.getTextContentSize()
}

/** A selection between two places. Must run inside an update. */
export function $selectionBetween(anchor: TurnPlace, focus: TurnPlace): RangeSelection {
  const selection = $createRangeSelection()
  $setPoint(selection.anchor, anchor)
  $setPoint(selection.focus, focus)
  return selection
}

function $setPoint(point: PointType, { turn, offset }: TurnPlace): void {
  let left = offset
  for (const child of turn.getChildren()) {
    const size = child.getTextContentSize()
    if ($isTextNode(child) && left <= size) {
      point.set(child.getKey(), left, 'text')
      return
    }
    left -= size
  }
  point.set(turn.getKey(), turn.getChildrenSize(), 'element')
}

/** The DOM's text node and offset for a place in a turn's element; null for a turn without text. */
export function domPlace(turn: Element, offset: number): { node: Text; offset: number } | null {
  let left = offset
  let last: Text | null = null
  const texts = document.createTreeWalker(turn, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
    last = node as Text
    if (left <= last.length) return { node: last, offset: left }
    left -= last.length
  }
  return last && { node: last, offset: last.length }
}

/** UTF-16 units of the turn's text before a place in the DOM. */
export function offsetInTurn(turn: Element, node: Node, offset: number): number {
  if (!(node instanceof Text)) return offset === 0 ? 0 : (turn.textContent?.length ?? 0)
  let before = 0
  const texts = document.createTreeWalker(turn, NodeFilter.SHOW_TEXT)
  for (let at = texts.nextNode(); at !== null && at !== node; at = texts.nextNode()) before += (at as Text).length
  return before + offset
}
