import { registerPlainText } from '@lexical/plain-text'
import { mergeRegister } from '@lexical/utils'
import {
  COMMAND_PRIORITY_CRITICAL,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  COPY_COMMAND,
  CUT_COMMAND,
  DELETE_CHARACTER_COMMAND,
  DELETE_LINE_COMMAND,
  DELETE_WORD_COMMAND,
  DRAGSTART_COMMAND,
  DROP_COMMAND,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_DOWN_COMMAND,
  type LexicalEditor,
  PASTE_COMMAND,
  REMOVE_TEXT_COMMAND,
} from 'lexical'
import type { Range } from '#shared/text/edits.ts'
import type { CodedText } from './pieces.ts'
import { followSelection } from './selection.ts'

/** What the person's input asks of the transcript. */
export type InputTarget = {
  text: CodedText
  editing(): boolean
  /** The selection in reading order, as of the update that goes on; an empty range is the caret. */
  $range(): Range | null
  replace(range: Range, text: string): void
  copied(range: Range): string
  /** A key while the text is only read; true: it did something. */
  onReadingKey(event: KeyboardEvent): boolean
  /** Escape while the text is being edited. */
  onLeave(): void
}

/**
 * Input to the text. What stays in one turn is Lexical's; everything that divides, joins or crosses turns, and every paste, is one
 * replacement in the document, so that the turns come out as the engine's own rule makes them. Undo and redo are left to the window:
 * they are the journal's.
 */
export function registerInput(editor: LexicalEditor, root: HTMLElement, target: InputTarget): () => void {
  const { text } = target
  const replaceSelected = (by: string) => {
    const range = target.$range()
    if (range) target.replace(range, by)
    return true
  }
  const crossesTurns = (range: Range) => text.turnAt(range.start) !== text.turnAt(range.end)
  const remove = (backward: boolean) => {
    const range = target.$range()
    if (!range) return true
    if (range.start < range.end) {
      target.replace(range, '')
      return true
    }
    const turn = text.turnAt(range.start)
    const atEdge = backward ? range.start === turn.start : range.start === turn.start + turn.turn.text.length
    if (!atEdge) return false
    const joined = backward ? { start: range.start - 1, end: range.start } : { start: range.start, end: range.start + 1 }
    if (joined.start >= 0 && joined.end <= text.length()) target.replace(joined, '')
    return true
  }
  const write = (clipboard: DataTransfer | null): boolean => {
    const range = target.$range()
    if (!clipboard || !range || range.start === range.end) return false
    clipboard.setData('text/plain', target.copied(range))
    return true
  }
  const critical = COMMAND_PRIORITY_CRITICAL

  const stopCommands = mergeRegister(
    registerPlainText(editor),
    editor.registerCommand(
      KEY_DOWN_COMMAND,
      (event) => {
        const command = event.ctrlKey || event.metaKey
        // The window's keys, which it would not take once Lexical had prevented their default: undo and redo.
        if (command && ['z', 'y'].includes(event.key.toLowerCase())) return true
        if (target.editing()) {
          if (event.key !== 'Escape') return false
          event.preventDefault()
          target.onLeave()
          return true
        }
        const writes = ['Enter', 'Backspace', 'Delete'].includes(event.key)
        if (target.onReadingKey(event) || writes) {
          event.preventDefault()
          return true
        }
        return command && ['b', 'i', 'u'].includes(event.key.toLowerCase())
      },
      critical,
    ),
    editor.registerCommand(
      CONTROLLED_TEXT_INSERTION_COMMAND,
      (payload) => {
        const inserted = typeof payload === 'string' ? payload : (payload.dataTransfer?.getData('text/plain') ?? payload.data ?? '')
        const range = target.$range()
        if (!range || (!inserted.includes('\n') && !crossesTurns(range))) return false
        return replaceSelected(plain(inserted))
      },
      critical,
    ),
    editor.registerCommand(INSERT_PARAGRAPH_COMMAND, () => replaceSelected('\n'), critical),
    editor.registerCommand(INSERT_LINE_BREAK_COMMAND, () => replaceSelected('\n'), critical),
    editor.registerCommand(DELETE_CHARACTER_COMMAND, remove, critical),
    editor.registerCommand(DELETE_WORD_COMMAND, remove, critical),
    editor.registerCommand(DELETE_LINE_COMMAND, remove, critical),
    editor.registerCommand(REMOVE_TEXT_COMMAND, () => replaceSelected(''), critical),
    editor.registerCommand(
      PASTE_COMMAND,
      (event) => {
        event.preventDefault()
        const pasted = 'clipboardData' in event ? (event.clipboardData?.getData('text/plain') ?? '') : ''
        return pasted === '' || replaceSelected(plain(pasted))
      },
      critical,
    ),
    editor.registerCommand(
      COPY_COMMAND,
      (event) => {
        if (!event || !('clipboardData' in event) || !write(event.clipboardData)) return false
        event.preventDefault()
        return true
      },
      critical,
    ),
    editor.registerCommand(
      CUT_COMMAND,
      (event) => {
        if (!event || !('clipboardData' in event)) return false
        event.preventDefault()
        return write(event.clipboardData) ? replaceSelected('') : true
      },
      critical,
    ),
    // Text is not moved by dragging: a dragged passage goes to a code.
    editor.registerCommand(DRAGSTART_COMMAND, () => true, critical),
    editor.registerCommand(DROP_COMMAND, () => true, critical),
  )

  const abort = new AbortController()
  const listen = <K extends keyof HTMLElementEventMap>(type: K, take: (event: HTMLElementEventMap[K]) => void) =>
    root.parentElement!.addEventListener(type, take, { capture: true, signal: abort.signal })
  const inText = (event: Event) => event.target instanceof Node && root.contains(event.target)
  const refuse = (event: Event) => {
    if (!inText(event) || target.editing()) return
    event.preventDefault()
    event.stopPropagation()
  }

  listen('keydown', (event) => {
    if (inText(event) && !event.isComposing) followSelection(editor, root)
  })
  listen('beforeinput', (event) => {
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') event.preventDefault()
    refuse(event)
  })
  listen('paste', refuse)
  listen('cut', (event) => {
    refuse(event)
  })
  listen('compositionstart', (event) => {
    // An input method cannot be refused; taking the focus away ends it, and the text is written back as it was.
    if (!inText(event) || target.editing()) return
    root.blur()
    root.focus({ preventScroll: true })
  })

  return () => {
    stopCommands()
    abort.abort()
  }
}

/** Pasted text with one LF a line. */
function plain(pasted: string): string {
  return pasted.replace(/\r\n?/g, '\n').replaceAll('\u200b', '')
}
