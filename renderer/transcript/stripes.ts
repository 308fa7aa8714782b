import type { Range } from '#shared/text/edits.ts'
import { assignLanes, placeLabels } from './lanes.ts'
import { type Anchored, type CodedText, type CodedTurn, inDocumentOrder, piecesOf, spanOf } from './pieces.ts'
import { domPlace } from './places.ts'

/** How a coding's stripe looks and what stands beside it. `dashed`: by another coder than the one at work. */
export type StripeFace = { color: string; name: string; dashed: boolean }

/** A stripe as it was last drawn, in CSS pixels of the canvas. */
export type Stripe = { codingId: string; x: number; top: number; bottom: number }

export type Stripes = ReturnType<typeof createStripes>

type VisibleTurn = { turn: CodedTurn; element: HTMLElement; top: number }
type PieceBox = { anchored: Anchored; top: number; bottom: number }

const stripeWidth = 3
const widestPitch = 8
const lanesRoom = 96
const leftEdge = 8
const labelRow = 15
const labelGap = 5
const dotRoom = 9
const reach = 4
/** Codings this close stand on one line of text: their stripes must not run into one another. About one line. */
const lineUnits = 60

/**
 * The margin's stripes: one canvas that stays at the viewport and draws the turns that are in it, whenever something it shows has
 * changed. Elements for every stripe would cost seconds in a long text.
 */
export function createStripes(
  canvas: HTMLCanvasElement,
  text: CodedText,
  visibleTurns: () => VisibleTurn[],
  faceOf: (anchored: Anchored) => StripeFace | null,
  onDrawn: () => void,
) {
  const context = canvas.getContext('2d')!
  const boxes = new WeakMap<CodedTurn, { width: number; pieces: PieceBox[] }>()
  const shortened = new Map<string, string>()
  let lanes: { of: Map<string, number>; count: number } | null = null
  let chosen: ReadonlySet<string> = new Set()
  let hovered: string | null = null
  let drawn: Stripe[] = []
  let frame = 0

  const laneTable = () => {
    if (lanes) return lanes
    const ordered = [...text.codings.values()].filter((anchored) => faceOf(anchored) !== null).sort(inDocumentOrder)
    const spans: Range[] = ordered.map(spanOf)
    const assigned = assignLanes(spans, lineUnits)
    lanes = { of: new Map(ordered.map((anchored, i) => [anchored.coding.id, assigned.lanes[i]!])), count: assigned.count }
    return lanes
  }

  const boxesOf = ({ turn, element }: VisibleTurn): PieceBox[] => {
    const width = element.clientWidth
    const known = boxes.get(turn)
    if (known && known.width === width) return known.pieces
    const origin = element.getBoundingClientRect().top
    const pieces = piecesOf(turn).flatMap(({ anchored, start, end }): PieceBox[] => {
      const top = lineAt(element, start, start + 1)?.top
      const bottom = lineAt(element, end - 1, end)?.bottom
      return top === undefined || bottom === undefined ? [] : [{ anchored, top: top - origin, bottom: bottom - origin }]
    })
    boxes.set(turn, { width, pieces })
    return pieces
  }

  const measure = (): Map<string, { anchored: Anchored; top: number; bottom: number }> => {
    const found = new Map<string, { anchored: Anchored; top: number; bottom: number }>()
    for (const visible of visibleTurns()) {
      for (const { anchored, top, bottom } of boxesOf(visible)) {
        const box = { anchored, top: visible.top + top, bottom: visible.top + bottom }
        const known = found.get(anchored.coding.id)
        if (known) known.bottom = Math.max(known.bottom, box.bottom)
        else found.set(anchored.coding.id, box)
      }
    }
    return found
  }

  const resize = (): { width: number; height: number } => {
    const { clientWidth: width, clientHeight: height } = canvas
    const ratio = window.devicePixelRatio
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio)
      canvas.height = Math.round(height * ratio)
      shortened.clear()
    }
    context.setTransform(ratio, 0, 0, ratio, 0, 0)
    return { width, height }
  }

  const draw = () => {
    frame = 0
    // Everything is measured before anything is drawn, so that the layout is asked only once.
    const measured = measure()
    const style = getComputedStyle(canvas)
    const ink = style.getPropertyValue('--ink-2')
    const strong = style.getPropertyValue('--ink')
    const { width, height } = resize()
    context.clearRect(0, 0, width, height)
    const { of, count } = laneTable()
    const pitch = Math.max(2, Math.min(widestPitch, lanesRoom / Math.max(1, count)))
    const thin = Math.min(stripeWidth, pitch - 0.5)
    drawn = []
    const faces: StripeFace[] = []
    for (const [codingId, { anchored, top, bottom }] of measured) {
      const face = faceOf(anchored)
      if (!face || bottom < 0 || top > height) continue
      drawn.push({ codingId, x: leftEdge + (of.get(codingId) ?? 0) * pitch, top: top + 1, bottom: bottom - 1 })
      faces.push(face)
    }
    for (const [i, stripe] of drawn.entries()) drawStripe(stripe, faces[i]!, thin, height)
    const wishes = drawn.map((stripe) => ({ top: stripe.top, bottom: stripe.bottom, right: stripe.x + thin }))
    context.textBaseline = 'middle'
    for (const { index, x, y } of placeLabels(wishes, labelRow, height, labelGap)) {
      const { codingId } = drawn[index]!
      const stands = chosen.has(codingId) || hovered === codingId
      context.font = `${stands ? '600 ' : ''}11px ${style.fontFamily}`
      context.fillStyle = stands ? strong : ink
      const label = shorten(faces[index]!.name, width - x - dotRoom - 4, stands)
      if (label === '') continue
      context.fillText(label, x + dotRoom, y + labelRow / 2)
      context.fillStyle = faces[index]!.color
      context.fillRect(x, y + labelRow / 2 - 3, 5, 5)
    }
    onDrawn()
  }

  const drawStripe = ({ codingId, x, top, bottom }: Stripe, face: StripeFace, thin: number, height: number) => {
    const wide = chosen.has(codingId) || hovered === codingId
    context.fillStyle = face.color
    const [left, width] = wide ? [x - 1, thin + 2] : [x, thin]
    const from = Math.max(top, -20)
    const to = Math.min(bottom, height + 20)
    context.beginPath()
    if (face.dashed) {
      for (let y = from - ((from - top) % 7); y < to; y += 7) context.roundRect(left, y, width, Math.min(4, to - y), 1.5)
    } else context.roundRect(left, from, width, Math.max(2, to - from), 1.5)
    context.fill()
  }

  const shorten = (name: string, room: number, bold: boolean): string => {
    const key = `${bold ? 1 : 0}${Math.floor(room)}${name}`
    const known = shortened.get(key)
    if (known !== undefined) return known
    if (shortened.size > 2000) shortened.clear()
    const fitted = shortenTo(name, room, (part) => context.measureText(part).width)
    shortened.set(key, fitted)
    return fitted
  }

  return {
    /** Draws with the next frame. */
    schedule() {
      frame ||= requestAnimationFrame(draw)
    },
    /** Turns whose text or codings changed: what was measured of them is forgotten. */
    forget(turns: Iterable<CodedTurn>) {
      for (const turn of turns) boxes.delete(turn)
    },
    /** Codings came or went: lanes are given anew with the next drawing. An edit alone keeps them. */
    relane() {
      lanes = null
    },
    setChosen(ids: ReadonlySet<string>) {
      chosen = ids
    },
    setHovered(codingId: string | null) {
      if (hovered === codingId) return
      hovered = codingId
      frame ||= requestAnimationFrame(draw)
    },
    /** The stripe under a point of the canvas, the nearest if two are; null beside all. */
    hit(x: number, y: number): Stripe | null {
      const near = drawn.filter((stripe) => y >= stripe.top - 2 && y <= stripe.bottom + 2 && Math.abs(x - stripe.x - 1.5) <= reach)
      return near.sort((a, b) => Math.abs(x - a.x - 1.5) - Math.abs(x - b.x - 1.5))[0] ?? null
    },
    inView: () => drawn.length,
    dispose() {
      cancelAnimationFrame(frame)
    },
  }
}

/** The line box of a stretch of a turn, in the viewport. */
function lineAt(element: HTMLElement, start: number, end: number): DOMRect | null {
  const from = domPlace(element, start)
  const to = domPlace(element, end)
  if (!from || !to) return null
  const range = document.createRange()
  range.setStart(from.node, from.offset)
  range.setEnd(to.node, to.offset)
  return range.getBoundingClientRect()
}

/** A name cut to the room there is, an ellipsis at its end; nothing where not even four characters fit. */
export function shortenTo(name: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(name) <= room) return name
  let low = 0
  let high = name.length
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (widthOf(`${name.slice(0, middle)}…`) <= room) low = middle
    else high = middle - 1
  }
  return low < 4 ? '' : `${name.slice(0, low).trimEnd()}…`
}
