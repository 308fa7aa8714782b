import {
  $addUpdateTag,
  $createRangeSelectionFromDom,
  $getSelection,
  $isRangeSelection,
  $setSelection,
  type LexicalEditor,
  type RangeSelection,
  SKIP_SCROLL_INTO_VIEW_TAG,
  SKIP_SELECTION_FOCUS_TAG,
} from 'lexical'

/**
 * Takes over the selection that the browser has, before it says so: on a busy machine keys come sooner than `selectionchange`, and a
 * passage must be coded as it is seen.
 */
export function followSelection(editor: LexicalEditor, root: HTMLElement): void {
  const selection = getSelection()
  if (!selection?.anchorNode || !root.contains(selection.anchorNode)) return
  if (!editor.getEditorState().read(() => $moved(selection, editor), { editor })) return
  editor.update(
    () => {
      $addUpdateTag(SKIP_SELECTION_FOCUS_TAG)
      $addUpdateTag(SKIP_SCROLL_INTO_VIEW_TAG)
      $setSelection($createRangeSelectionFromDom(selection, editor))
    },
    { discrete: true, skipTransforms: true },
  )
}

function $moved(selection: Selection, editor: LexicalEditor): boolean {
  const now = $getSelection()
  const seen: RangeSelection | null = $createRangeSelectionFromDom(selection, editor)
  return seen !== null && !($isRangeSelection(now) && now.anchor.is(seen.anchor) && now.focus.is(seen.focus))
}
