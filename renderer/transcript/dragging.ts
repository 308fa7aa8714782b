import { codesType, passageType, readCodes } from '#renderer/state/drag.ts'
import type { Range } from '#shared/text/edits.ts'
import { sentenceAt } from './copied.ts'
import type { TranscriptView } from './view.ts'

/** Passages dragged to codes, and codes dropped onto passages. */
export function registerDragging(
  { scroller, root, canvas, documentId }: { scroller: HTMLElement; root: HTMLElement; canvas: HTMLCanvasElement; documentId: string },
  view: TranscriptView,
  onDrop: (codeIds: string[], passage: Range) => void,
): () => void {
  const abort = new AbortController()
  const options = { capture: true, signal: abort.signal }
  const write = (event: DragEvent, passage: Range) => {
    if (!event.dataTransfer) return
    event.dataTransfer.setData(passageType, JSON.stringify({ documentId, start: passage.start, end: passage.end }))
    event.dataTransfer.setData('text/plain', view.text.text(passage))
    event.dataTransfer.effectAllowed = 'copy'
  }
  const isInRoot = (event: Event) => event.target instanceof Node && root.contains(event.target)

  root.parentElement!.addEventListener(
    'dragstart',
    (event) => {
      const range = isInRoot(event) ? view.range() : null
      if (!range || range.start === range.end) return
      write(event, range)
      event.stopPropagation()
    },
    options,
  )
  canvas.addEventListener(
    'dragstart',
    (event) => {
      const stripe = view.stripes.hit(event.offsetX, event.offsetY)
      const span = stripe && view.spanOf(stripe.codingId)
      if (span) write(event, span)
      else event.preventDefault()
    },
    options,
  )

  /** What a code let go at a point would code: the selection if the point lies in it or there is one, otherwise the sentence there. */
  const passageAt = (event: DragEvent): Range | null => {
    const range = view.range()
    if (range && range.start < range.end) return range
    const position = view.positionAt(event.clientX, event.clientY)
    const sentence = position === null ? null : sentenceAt(view.text, position)
    return sentence && sentence.start < sentence.end ? sentence : null
  }
  const onDragOver = (event: DragEvent) => {
    if (!event.dataTransfer?.types.includes(codesType)) return
    const passage = passageAt(event)
    view.highlights.setPassage('drop', passage)
    if (!passage) return
    event.preventDefault()
    event.stopPropagation()
    event.dataTransfer.dropEffect = 'copy'
  }
  scroller.addEventListener('dragover', onDragOver, options)
  scroller.addEventListener('dragleave', () => view.highlights.setPassage('drop', null), options)
  scroller.addEventListener(
    'drop',
    (event) => {
      view.highlights.setPassage('drop', null)
      if (isInRoot(event)) event.preventDefault()
      if (!event.dataTransfer?.types.includes(codesType)) return
      event.preventDefault()
      event.stopPropagation()
      const passage = passageAt(event)
      const codeIds = readCodes(event.dataTransfer)
      if (passage && codeIds.length > 0) onDrop(codeIds, passage)
    },
    options,
  )
  return () => abort.abort()
}
