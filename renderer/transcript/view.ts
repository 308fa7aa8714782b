import { COMMAND_PRIORITY_CRITICAL, SELECTION_CHANGE_COMMAND } from 'lexical'
import { formatMs } from '#renderer/i18n/format.ts'
import type { Coding } from '#shared/contract/codings.ts'
import type { DocumentText } from '#shared/contract/documents.ts'
import { type Range, type Splice, spliceBetween } from '#shared/text/edits.ts'
import { copiedText } from './copied.ts'
import { createEditQueue, type Edit } from './edits.ts'
import { createHighlights } from './highlights.ts'
import { registerInput } from './input.ts'
import type { TurnFace } from './nodes.ts'
import { type Anchored, type CodedTurn, createCodedText, type Edited, inDocumentOrder, spanOf } from './pieces.ts'
import { domPlace, offsetInTurn } from './places.ts'
import { codingChanges, describeTurns, movedCaret } from './reconcile.ts'
import { createSheet, normalRange, ownTag, textIn } from './sheet.ts'
import { createStripes, type StripeFace } from './stripes.ts'
import { typedSplice } from './typed.ts'
import { watchSections } from './visible.ts'

export type ViewOptions = {
  root: HTMLElement
  scroller: HTMLElement
  canvas: HTMLCanvasElement
  source: DocumentText
  codings: Coding[]
  stripeOf(anchored: Anchored): StripeFace | null
  colorOf(codeId: string): string | undefined
  /** Sends one edit to the engine. */
  send(edit: Edit): Promise<void>
  /** The engine refused an edit: what is shown is no longer what is kept. */
  onRefused(error: unknown): void
  /** The selection changed, in reading order; an empty range is the caret, null that there is none. */
  onSelection(range: Range | null): void
  onReadingKey(event: KeyboardEvent): boolean
  onLeaveEditing(): void
  /** The text was changed here. */
  onEdited(): void
  /** Codings changed, or the engine's text was taken over. */
  onChanged(): void
  /** What is in sight was drawn anew. */
  onDrawn(): void
  report(error: Error): void
}

export type TranscriptView = ReturnType<typeof openView>

/** One transcript on the screen: its text in Lexical, its codings beside it, both kept in step with each other and with the engine. */
export function openView(options: ViewOptions) {
  const { root, scroller, canvas } = options
  let speakers = new Map(options.source.speakers.map((speaker) => [speaker.id, speaker.name]))
  let editing = false
  let made = 0
  let published: Range | null = null
  let revealed: Range | null = null
  /** Turns to be painted anew once the DOM is there; turns that an input method is still composing in. */
  const stale = new Set<CodedTurn>()
  const composed = new Set<string>()

  const text = createCodedText(options.source.turns, options.codings, () => `new-${++made}`)
  const speakerOf = ({ turn }: CodedTurn) => (turn.continues || turn.speakerId === null ? '' : (speakers.get(turn.speakerId) ?? ''))
  const faceOf = (turn: CodedTurn): TurnFace => ({
    speaker: speakerOf(turn),
    time: turn.turn.startMs === null ? '' : formatMs(turn.turn.startMs),
    heading: turn.turn.heading,
  })
  const sheet = createSheet(text, faceOf, options.report)
  const { editor } = sheet
  sheet.fill()
  editor.setRootElement(root)
  estimateHeights()

  const highlights = createHighlights(text, sheet.elementOf, (element) => sections.isNear(element))
  highlights.setColors(options.colorOf)
  const sections = watchSections(
    editor,
    scroller,
    sheet.turnOfKey,
    (turns) => {
      for (const turn of turns) highlights.show(turn)
      stripes.schedule()
    },
    (turns) => {
      for (const turn of turns) highlights.hide(turn)
    },
  )
  const stripes = createStripes(canvas, text, sections.visibleTurns, options.stripeOf, options.onDrawn)
  const queue = createEditQueue(options.send, options.onRefused)

  const repaint = (turns: Iterable<CodedTurn>) => {
    const all = [...turns]
    highlights.refresh(all)
    stripes.forget(all)
    stripes.schedule()
  }
  const currentRange = (caret = sheet.caret()): Range | null => caret && normalRange(caret, text)
  const publish = () => {
    const range = currentRange()
    if (range?.start === published?.start && range?.end === published?.end) return
    published = range
    if (revealed) {
      revealed = null
      highlights.setPassage('reveal', null)
    }
    options.onSelection(range)
  }

  /** Brings an edit into the coded text; `expected` is what it replaces. */
  const take = (splice: Splice): { edited: Edited; edit: Edit } => {
    const expected = text.text(splice)
    const edited = text.edit(splice)
    for (const turn of [...edited.changed, ...edited.removed]) stale.add(turn)
    if (edited.lostIds.length > 0) stripes.relane()
    return { edited, edit: { splice, expected } }
  }
  const replace = (range: Range, by: string) => {
    const splice = { ...range, text: by }
    const { edited, edit } = take(splice)
    const caret = range.start + by.length
    sheet.show(edited, { anchor: caret, focus: caret })
    queue.push(edit)
    options.onEdited()
  }

  /** What Lexical let be typed into one turn, brought into the coded text. */
  const readBack = (key: string, before: ReturnType<typeof sheet.selectedIn>) => {
    const turn = sheet.turnOfKey(key)
    const now = turn && textIn(editor, key)
    if (!turn || now == null || now === turn.turn.text) return
    const after = sheet.selectedIn(editor.getEditorState())
    const caret = after?.focus.turn === turn ? after.focus.offset : now.length
    const selected =
      before && before.anchor.turn === turn && before.focus.turn === turn
        ? { start: Math.min(before.anchor.offset, before.focus.offset), end: Math.max(before.anchor.offset, before.focus.offset) }
        : null
    const splice = typedSplice(turn.turn.text, now, caret, selected)
    if (!splice) return
    queue.push(take({ start: turn.start + splice.start, end: turn.start + splice.end, text: splice.text }).edit)
    options.onEdited()
  }

  const stopUpdates = editor.registerUpdateListener(({ dirtyElements, prevEditorState, tags }) => {
    if (!tags.has(ownTag)) {
      const arranged = [...dirtyElements].some(([key, itself]) => itself && !sheet.turnOfKey(key))
      const touched = [...dirtyElements.keys()].filter((key) => sheet.turnOfKey(key))
      if (arranged && turnsMoved()) queueMicrotask(() => sheet.refill(sheet.caret()))
      else if (!editing) writeBack(touched)
      else if (editor.isComposing()) for (const key of touched) composed.add(key)
      else {
        const before = sheet.selectedIn(prevEditorState)
        for (const key of new Set([...composed, ...touched])) readBack(key, composed.has(key) ? null : before)
        composed.clear()
      }
    }
    if (stale.size > 0) {
      repaint(stale)
      stale.clear()
    }
    publish()
  })
  const stopSelection = editor.registerCommand(
    SELECTION_CHANGE_COMMAND,
    () => {
      publish()
      return false
    },
    COMMAND_PRIORITY_CRITICAL,
  )

  /** Whether Lexical itself added or took away turns, which no input should make it do. */
  function turnsMoved(): boolean {
    return root.querySelectorAll('[data-turn]').length !== text.turns.length
  }
  /** While the text is only read, nothing that reaches it stays. */
  function writeBack(keys: string[]): void {
    const changed = keys.flatMap((key) => {
      const turn = sheet.turnOfKey(key)
      return turn && textIn(editor, key) !== turn.turn.text ? [turn] : []
    })
    if (changed.length === 0) return
    for (const turn of changed) stale.add(turn)
    const caret = sheet.caret()
    queueMicrotask(() => sheet.restore(changed, caret))
  }
  /** How high each section will be, about, until it has been seen: so that the scrollbar is nearly right from the start. */
  function estimateHeights(): void {
    const style = getComputedStyle(root)
    const line = Number.parseFloat(style.lineHeight) || 28
    const perLine = Math.max(10, (root.clientWidth - 108) / (Number.parseFloat(style.fontSize) * 0.47))
    for (const section of root.children) {
      let height = 0
      for (const element of section.children) height += Math.max(1, Math.ceil((element.textContent?.length ?? 0) / perLine)) * line + line / 2
      ;(section as HTMLElement).style.containIntrinsicBlockSize = `auto ${Math.round(height)}px`
    }
  }

  const stopInput = registerInput(editor, root, {
    text,
    editing: () => editing,
    $range: () => currentRange(sheet.$caret()),
    replace,
    copied: (range) => copiedText(text, range, speakerOf),
    onReadingKey: options.onReadingKey,
    onLeave: options.onLeaveEditing,
  })
  // A selection that the keyboard has left is painted, so that it is seen what a picker will code.
  const onBlur = () => highlights.setPassage('selection', currentRange())
  const onFocus = () => highlights.setPassage('selection', null)
  root.addEventListener('blur', onBlur)
  root.addEventListener('focus', onFocus)
  const onScroll = () => stripes.schedule()
  scroller.addEventListener('scroll', onScroll, { passive: true })
  const resized = new ResizeObserver(() => stripes.schedule())
  resized.observe(scroller)
  resized.observe(root)

  // The canvas takes its colours from the page when it draws: another theme is a reason to draw.
  const restyled = new MutationObserver(() => stripes.schedule())
  restyled.observe(document.documentElement, { attributes: true })

  const rangeRect = (range: Range): DOMRect | null => {
    const [first, last] = [text.turnAt(range.start), text.turnAt(range.end)]
    const [from, to] = [sheet.elementOf(first), sheet.elementOf(last)]
    const start = from && domPlace(from, range.start - first.start)
    const end = to && domPlace(to, range.end - last.start)
    if (!start || !end) return from?.getBoundingClientRect() ?? null
    const dom = document.createRange()
    dom.setStart(start.node, start.offset)
    dom.setEnd(end.node, end.offset)
    return dom.getBoundingClientRect()
  }

  const scrollTo = (range: Range) => {
    const element = sheet.elementOf(text.turnAt(range.start))
    if (!element) return
    const settle = () => {
      const frame = scroller.getBoundingClientRect()
      const rect = rangeRect({ start: range.start, end: range.start }) ?? element.getBoundingClientRect()
      const wanted = frame.top + frame.height / 3
      if (rect.top < frame.top + 24 || rect.bottom > frame.bottom - 48) scroller.scrollTop += rect.top - wanted
    }
    const frame = scroller.getBoundingClientRect()
    const box = element.getBoundingClientRect()
    if (box.bottom < frame.top || box.top > frame.bottom) element.scrollIntoView({ block: 'start', behavior: 'instant' })
    settle()
    // Sections around it take their real heights once they are drawn.
    requestAnimationFrame(settle)
  }

  /** Takes codings in or away; only their own turns are painted anew. */
  const changeCodings = (put: Coding[], removeIds: string[]) => {
    const touched = new Set<CodedTurn>()
    for (const id of removeIds) for (const turn of text.remove(id)) touched.add(turn)
    for (const coding of put) for (const turn of text.put(coding)) touched.add(turn)
    stripes.relane()
    repaint(touched)
  }
  const reconcileText = (source: DocumentText) => {
    speakers = new Map(source.speakers.map((speaker) => [speaker.id, speaker.name]))
    const splice = spliceBetween(text.text(), source.turns.map((turn) => turn.text).join('\n'))
    if (splice) {
      const caret = sheet.caret()
      sheet.show(take(splice).edited, caret && movedCaret(caret, splice), document.activeElement === root)
    }
    const described = describeTurns(text, source.turns)
    for (const { turn, marks } of described) if (marks) stale.add(turn)
    sheet.redescribe(described)
  }

  return {
    text,
    stripes,
    highlights,
    range: () => currentRange(),
    spanOf(codingId: string): Range | null {
      const anchored = text.codings.get(codingId)
      return anchored ? spanOf(anchored) : null
    },
    rangeRect,
    scrollTo,
    isEditing: () => editing,
    setEditing(next: boolean) {
      editing = next
    },
    focus() {
      if (sheet.caret() === null) {
        const first = sections.visibleTurns()[0]
        const at = first?.turn.start ?? 0
        sheet.select({ anchor: at, focus: at }, false)
      }
      editor.focus()
    },
    select(range: Range, takeFocus = true) {
      sheet.select({ anchor: range.start, focus: range.end }, takeFocus)
    },
    /** The position in the text under a point of the window; null beside the text. */
    positionAt(x: number, y: number): number | null {
      const found = document.caretPositionFromPoint(x, y)
      const element = found && (found.offsetNode instanceof Element ? found.offsetNode : found.offsetNode.parentElement)?.closest('[data-turn]')
      const turn = element && sections.turnOf(element)
      return turn ? turn.start + Math.min(offsetInTurn(element, found.offsetNode, found.offset), turn.turn.text.length) : null
    },
    changeCodings(put: Coding[], removeIds: string[]) {
      changeCodings(put, removeIds)
      options.onChanged()
    },
    /** The engine's text and codings, where they differ from what is shown; the caret stays at its words. */
    reconcile(source: DocumentText | null, codings: Coding[]) {
      if (source) reconcileText(source)
      const { changed, gone } = codingChanges(text, codings)
      if (gone.length > 0 || changed.length > 0) changeCodings(changed, gone)
      if (stale.size > 0) repaint(stale)
      stale.clear()
      publish()
      options.onChanged()
    },
    /** Shows codings as chosen, in the text and in the margin. */
    choose(codingIds: readonly string[]) {
      const chosen = new Set(codingIds)
      highlights.setChosen(chosen)
      stripes.setChosen(chosen)
      stripes.schedule()
    },
    /** The coding before or behind another, or the caret, in the text's order. */
    neighbour(codingId: string | null, step: 1 | -1): string | null {
      const ordered = [...text.codings.values()].sort(inDocumentOrder)
      const at = ordered.findIndex((anchored) => anchored.coding.id === codingId)
      if (at >= 0) return ordered[at + step]?.coding.id ?? null
      const caret = currentRange()?.start ?? 0
      const found =
        step > 0 ? ordered.find((anchored) => spanOf(anchored).start >= caret) : ordered.findLast((anchored) => spanOf(anchored).start < caret)
      return found?.coding.id ?? null
    },
    /** Codes changed their names or colours, or another coder is at work. */
    recolor() {
      highlights.setColors(options.colorOf)
      stripes.schedule()
    },
    /** Brings a passage into view and marks it until the person goes on. */
    reveal(range: Range) {
      revealed = range
      scrollTo(range)
      highlights.setPassage('reveal', range)
    },
    inSight(): { turn: number; turns: number; codings: number } | null {
      const first = sections.visibleTurns()[0]
      return first ? { turn: first.turn.index + 1, turns: text.turns.length, codings: stripes.inView() } : null
    },
    settled: queue.settled,
    isBusy: queue.busy,
    /** What was at the top, to be found again. */
    place(): { turnId: string; top: number } | null {
      const first = sections.visibleTurns()[0]
      return first ? { turnId: first.turn.turn.id, top: first.top } : null
    },
    restorePlace({ turnId, top }: { turnId: string; top: number }) {
      const turn = text.turn(turnId)
      const element = turn && sheet.elementOf(turn)
      if (!element) return
      element.scrollIntoView({ block: 'start', behavior: 'instant' })
      scroller.scrollTop -= top
    },
    dispose() {
      stopUpdates()
      stopSelection()
      stopInput()
      resized.disconnect()
      restyled.disconnect()
      root.removeEventListener('blur', onBlur)
      root.removeEventListener('focus', onFocus)
      scroller.removeEventListener('scroll', onScroll)
      stripes.dispose()
      highlights.dispose()
      sections.dispose()
      editor.setRootElement(null)
    },
  }
}
