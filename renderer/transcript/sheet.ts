import {
  $addUpdateTag,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  createEditor,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical'
import type { Range } from '#shared/text/edits.ts'
import { $createTurnNode, $isSectionNode, $isTurnNode, $writeTurn, SectionNode, type TurnFace, TurnNode } from './nodes.ts'
import type { CodedText, CodedTurn, Edited } from './pieces.ts'
import { $placeOf, $selectionBetween } from './places.ts'
import styles from './Transcript.module.css'

/** Updates that come from the coded text, and so need not be read back into it. */
export const ownTag = 'emic'

/** Turns in a section as it is filled, and how large edits may make it. */
const sectionTurns = 40
const sectionMost = 100

export type Caret = { anchor: number; focus: number }
export type Selected = { anchor: { turn: CodedTurn; offset: number }; focus: { turn: CodedTurn; offset: number } }

/** The text as Lexical holds it: filled from the coded text, kept like it, asked for its selection in positions of the document. */
export type Sheet = ReturnType<typeof createSheet>

export function createSheet(text: CodedText, faceOf: (turn: CodedTurn) => TurnFace, report: (error: Error) => void) {
  const keys = new Map<string, NodeKey>()
  const ids = new Map<NodeKey, string>()
  const editor = createEditor({
    namespace: 'emic-transcript',
    nodes: [SectionNode, TurnNode],
    onError: report,
    theme: { text: { bold: styles.bold!, italic: styles.italic! } },
  })

  const remember = (id: string, node: TurnNode) => {
    keys.set(id, node.getKey())
    ids.set(node.getKey(), id)
  }
  const forget = (id: string) => {
    const key = keys.get(id)
    keys.delete(id)
    if (key !== undefined && ids.get(key) === id) ids.delete(key)
  }
  const $nodeOf = (turn: CodedTurn): TurnNode => {
    const node = $getNodeByKey(keys.get(turn.turn.id) ?? '')
    if (!$isTurnNode(node)) throw new Error(`turn ${turn.turn.id} is not on the sheet`)
    return node
  }
  const $make = (turn: CodedTurn) => {
    const node = $createTurnNode(faceOf(turn), turn.turn)
    remember(turn.turn.id, node)
    return node
  }
  const $fill = () => {
    const root = $getRoot()
    for (let first = 0; first < text.turns.length; first += sectionTurns) {
      const section = new SectionNode()
      section.append(...text.turns.slice(first, first + sectionTurns).map($make))
      root.append(section)
    }
  }
  const $place = (position: number) => {
    const turn = text.turnAt(position)
    return { turn: $nodeOf(turn), offset: Math.min(position - turn.start, turn.turn.text.length) }
  }
  const $selected = (): Selected | null => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection)) return null
    const [anchor, focus] = [selection.anchor, selection.focus].map($placeOf).map((place) => {
      const turn = place && text.turn(ids.get(place.turn.getKey()) ?? '')
      return turn ? { turn, offset: place!.offset } : null
    })
    return anchor && focus ? { anchor, focus } : null
  }
  const update = (work: () => void, tags: string[]) =>
    editor.update(
      () => {
        for (const tag of tags) $addUpdateTag(tag)
        work()
      },
      { discrete: true, skipTransforms: true, tag: ownTag },
    )

  return {
    editor,
    fill() {
      update($fill, [SKIP_SCROLL_INTO_VIEW_TAG, SKIP_SELECTION_FOCUS_TAG])
    },
    elementOf(turn: CodedTurn): HTMLElement | null {
      const key = keys.get(turn.turn.id)
      return key === undefined ? null : editor.getElementByKey(key)
    },
    turnOfKey: (key: NodeKey): CodedTurn | undefined => text.turn(ids.get(key) ?? ''),
    /** The selection of a state in units of its own turns' texts, which may not be the coded text's yet. */
    selectedIn: (state: EditorState): Selected | null => state.read($selected),
    /** The same in the midst of an update. */
    $caret(): Caret | null {
      const selected = $selected()
      return selected && { anchor: positionOf(selected.anchor), focus: positionOf(selected.focus) }
    },
    /** The selection as positions; its anchor may lie behind its focus. */
    caret(): Caret | null {
      const selected = editor.getEditorState().read($selected)
      return selected && { anchor: positionOf(selected.anchor), focus: positionOf(selected.focus) }
    },
    /** `focus`: also takes the keyboard. */
    select({ anchor, focus }: Caret, takeFocus: boolean) {
      update(
        () => $setSelection($selectionBetween($place(anchor), $place(focus))),
        takeFocus ? [] : [SKIP_SELECTION_FOCUS_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
      )
      if (takeFocus && document.activeElement !== editor.getRootElement()) editor.focus()
    },
    /** Shows what an edit to the coded text made, with the caret where it says; without `takeFocus` the keyboard stays where it is. */
    show(edited: Edited, caret: Caret | null, takeFocus = true) {
      update(
        () => {
          const added = new Set(edited.added)
          let previous: TurnNode | null = null
          for (const turn of edited.changed) {
            if (added.has(turn)) {
              const node = $make(turn)
              previous!.insertAfter(node)
              previous = node
            } else {
              const node = $nodeOf(turn)
              $writeTurn(node, turn.turn)
              node.setFace(faceOf(turn))
              previous = node
            }
          }
          for (const { turn } of edited.removed) {
            const node = $getNodeByKey(keys.get(turn.id) ?? '')
            const section = node?.getParent()
            if ($isTurnNode(node)) node.remove()
            if ($isSectionNode(section) && section.isEmpty()) section.remove()
            forget(turn.id)
          }
          const section = previous?.getParent()
          if ($isSectionNode(section)) $divide(section)
          if (caret) $setSelection($selectionBetween($place(caret.anchor), $place(caret.focus)))
        },
        caret && takeFocus ? [] : [SKIP_SELECTION_FOCUS_TAG, SKIP_SCROLL_INTO_VIEW_TAG],
      )
    },
    /** Takes over another id, speaker, time or formatting of a turn whose text is the same. */
    redescribe(changes: { turn: CodedTurn; formerId: string; marks: boolean }[]) {
      for (const { turn, formerId } of changes) {
        if (formerId === turn.turn.id) continue
        const key = keys.get(formerId)
        if (key === undefined) continue
        keys.delete(formerId)
        keys.set(turn.turn.id, key)
        ids.set(key, turn.turn.id)
      }
      update(() => {
        for (const { turn, marks } of changes) {
          const node = $nodeOf(turn)
          node.setFace(faceOf(turn))
          if (marks) $writeTurn(node, turn.turn)
        }
      }, [SKIP_SELECTION_FOCUS_TAG, SKIP_SCROLL_INTO_VIEW_TAG])
    },
    /** Fills the sheet again as a whole, should Lexical ever have arranged turns by itself. */
    refill(caret: Caret | null) {
      update(() => {
        $getRoot().clear()
        keys.clear()
        ids.clear()
        $fill()
        if (caret) $setSelection($selectionBetween($place(caret.anchor), $place(caret.focus)))
      }, [])
    },
    /** Writes turns anew from the coded text: takes back what an input method put in while the text is only read. */
    restore(turns: CodedTurn[], caret: Caret | null) {
      update(() => {
        for (const turn of turns) {
          const node = $nodeOf(turn)
          node.clear()
          node.append(...(turn.turn.text === '' ? [] : [$createTextNode(turn.turn.text)]))
          $writeTurn(node, turn.turn)
        }
        if (caret) $setSelection($selectionBetween($place(caret.anchor), $place(caret.focus)))
      }, [])
    },
  }
}

function positionOf({ turn, offset }: Selected['anchor']): number {
  return turn.start + Math.min(offset, turn.turn.text.length)
}

/** A section that edits or a paste made too large becomes several. */
function $divide(section: SectionNode): void {
  if (section.getChildrenSize() <= sectionMost) return
  const turns = section.getChildren()
  let after = section
  for (let first = sectionTurns; first < turns.length; first += sectionTurns) {
    const next = new SectionNode()
    after.insertAfter(next)
    next.append(...turns.slice(first, first + sectionTurns))
    after = next
  }
}

/** The plain text of a turn as Lexical has it. */
export function textIn(editor: LexicalEditor, key: NodeKey): string | null {
  return editor.getEditorState().read(() => {
    const node = $getNodeByKey(key)
    return $isTurnNode(node) ? node.getTextContent() : null
  })
}

/** In reading order and free of what a triple click adds: it ends at the beginning of the next turn. */
export function normalRange({ anchor, focus }: Caret, text: CodedText): Range {
  const start = Math.min(anchor, focus)
  let end = Math.max(anchor, focus)
  const last = text.turnAt(end)
  if (end > start && end === last.start && last.index > 0) end--
  return { start, end: Math.max(start, end) }
}
