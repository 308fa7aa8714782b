import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { type CodingCommands, createCodingCommands, takeCommands } from '#renderer/codings/index.ts'
import { useConnection } from '#renderer/connection/api.ts'
import { tellProblem } from '#renderer/i18n/index.ts'
import { settleWith } from '#renderer/state/settle.ts'
import { activateCode, select, selectCodings, showMemos, showPlace, useWorkspace } from '#renderer/state/workspace.ts'
import type { Range } from '#shared/text/edits.ts'
import { registerDragging } from './dragging.ts'
import { type Follower, followSource, type Source } from './follow.ts'
import { commandFor } from './keys.ts'
import { setEditing, useMode } from './mode.ts'
import type { HoveredStripe } from './StripeTip.tsx'
import { codingSurface } from './surface.ts'
import type { Floating } from './TextSurface.tsx'
import type { CodeFaces } from './useCodeFaces.ts'
import { openView, type TranscriptView } from './view.ts'

/** The view once it stands; `caretVersion` and `version` count what changed in it. */
export type Live = { view: TranscriptView; commands: CodingCommands; caretVersion: number; version: number }

const placeAfterMs = 150
/** Where each document was left, for as long as the window is open. */
const places = new Map<string, { turnId: string; top: number }>()

type Refs = { root: RefObject<HTMLDivElement | null>; scroller: RefObject<HTMLDivElement | null>; canvas: RefObject<HTMLCanvasElement | null> }

/** Opens the view on its elements and joins it to the engine, to the window's state and to the keys. */
export function useView(
  source: Source,
  faces: CodeFaces,
  float: (floating: Floating | null) => void,
  hover: (stripe: HoveredStripe | null) => void,
): { refs: Refs; live: Live | null } {
  const connection = useConnection()
  const queries = useQueryClient()
  const refs: Refs = { root: useRef(null), scroller: useRef(null), canvas: useRef(null) }
  const [opened, setOpened] = useState<{ view: TranscriptView; commands: CodingCommands } | null>(null)
  const [caretVersion, setCaretVersion] = useState(0)
  const [version, setVersion] = useState(0)
  const documentId = source.text.id
  const facesNow = useRef(faces)
  facesNow.current = faces

  const onReadingKey = useEffectEvent((event: KeyboardEvent) => opened !== null && runKey(event, opened.view, opened.commands, float))

  // The whole view belongs to the elements and to the document: it is opened once, from what the document was then.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the refs and the source stand for as long as the component does
  useLayoutEffect(() => {
    const [root, scroller, canvas] = [refs.root.current!, refs.scroller.current!, refs.canvas.current!]
    let follower: Follower | null = null
    let shown: TranscriptView | null = null
    const teller = placeTeller(() => shown)
    const view = openView({
      root,
      scroller,
      canvas,
      source: source.text,
      codings: source.codings,
      stripeOf: (anchored) => facesNow.current.stripeOf(anchored.coding),
      colorOf: (codeId) => facesNow.current.colorOf(codeId),
      send: async ({ splice, expected }) => {
        await connection.client.documents.edit({ id: documentId, splice, expected, joins: true })
        follower?.touch()
      },
      onRefused: (error) => {
        tellProblem(error)
        follower?.resync()
      },
      onSelection: (range) => {
        select(range && range.start < range.end ? { documentId, ...range } : null)
        setCaretVersion((count) => count + 1)
      },
      onReadingKey,
      onLeaveEditing: () => setEditing(false),
      onEdited: () => follower?.touch(),
      onChanged: () => setVersion((count) => count + 1),
      onDrawn: teller.tell,
      report: (error) => {
        throw error
      },
    })
    shown = view
    const commands = createCodingCommands(
      codingSurface(view, documentId, { touch: () => follower?.touch(), resync: () => follower?.resync() }),
      connection,
      queries,
    )
    follower = followSource(queries, connection.api, documentId, { isBusy: view.isBusy, reconcile: view.reconcile, onError: tellProblem })
    const left = places.get(documentId)
    if (left) view.restorePlace(left)
    setOpened({ view, commands })
    const letGo = [
      takeCommands(commands),
      settleWith(commands.settled),
      registerDragging({ scroller, root, canvas, documentId }, view, (codeIds, passage) => void commands.apply(codeIds, passage)),
      watchStripes(canvas, view, commands, facesNow, float, hover),
      teller.stop,
      useMode.subscribe(({ editing }) => view.setEditing(editing)),
      useWorkspace.subscribe(({ selectedCodingIds }, before) => selectedCodingIds !== before.selectedCodingIds && view.choose(selectedCodingIds)),
    ]
    view.choose(useWorkspace.getState().selectedCodingIds)
    return () => {
      const place = view.place()
      if (place) places.set(documentId, place)
      for (const release of letGo) release()
      follower?.stop()
      view.dispose()
      select(null)
      showPlace(null)
    }
  }, [documentId])

  // biome-ignore lint/correctness/useExhaustiveDependencies: the view reads the faces itself; that they changed is the reason to look again
  useEffect(() => opened?.view.recolor(), [opened, faces])

  return { refs, live: opened && { ...opened, caretVersion, version } }
}

/** Keys of reading and coding. True: the key did something. */
function runKey(event: KeyboardEvent, view: TranscriptView, commands: CodingCommands, float: (floating: Floating) => void): boolean {
  const command = commandFor(event)
  if (!command) return false
  const range = view.range()
  const selected = range && range.start < range.end ? range : null
  const { selectedCodingIds } = useWorkspace.getState()
  const chosen = selectedCodingIds.filter((id) => commands.surface.coding(id) !== null)
  const here = range ? commands.surface.codingsIn(range) : []
  switch (command.do) {
    case 'pick':
      if (selected) float({ kind: 'pick', range: selected })
      else void commands.apply([])
      return true
    case 'last':
      if (selected) void commands.applyLast()
      return true
    case 'recent':
      if (selected) void commands.applyRecent(command.number)
      return true
    case 'in-vivo':
      void commands.inVivo()
      return true
    case 'remove':
    case 'recode': {
      const ids = chosen.length > 0 ? chosen : here.length === 1 ? [here[0]!.id] : []
      if (ids.length === 0) {
        if (range && here.length > 1) float({ kind: 'here', range, at: null })
      } else if (command.do === 'remove') void commands.remove(ids)
      else float({ kind: 'recode', codingIds: ids, range: view.spanOf(ids[0]!) ?? range! })
      return true
    }
    case 'here':
      if (range) float({ kind: 'here', range, at: null })
      return true
    case 'next':
    case 'previous': {
      const next = view.neighbour(chosen[0] ?? null, command.do === 'next' ? 1 : -1)
      if (next) chooseCoding(next, view)
      return true
    }
    case 'memo': {
      const id = chosen[0] ?? (here.length === 1 ? here[0]!.id : undefined)
      showMemos(id === undefined ? { on: 'document', id: commands.surface.documentId } : { on: 'coding', id })
      return true
    }
    case 'edit':
      setEditing(true)
      return true
    case 'leave': {
      if (chosen.length > 0) selectCodings([])
      else if (selected) view.select({ start: selected.end, end: selected.end })
      else return false
      return true
    }
  }
}

/** Selects a coding's whole span and shows its code. */
function chooseCoding(codingId: string, view: TranscriptView): Range | null {
  const span = view.spanOf(codingId)
  if (!span) return null
  selectCodings([codingId])
  const codeId = view.text.codings.get(codingId)?.coding.codeId
  if (codeId !== undefined) activateCode(codeId)
  view.select(span)
  view.scrollTo(span)
  return span
}

function watchStripes(
  canvas: HTMLCanvasElement,
  view: TranscriptView,
  commands: CodingCommands,
  faces: RefObject<CodeFaces>,
  float: (floating: Floating) => void,
  hover: (stripe: HoveredStripe | null) => void,
): () => void {
  const abort = new AbortController()
  const { signal } = abort
  let shown: string | null = null
  const show = (codingId: string | null, event: PointerEvent) => {
    if (codingId === shown) return
    shown = codingId
    view.stripes.setHovered(codingId)
    canvas.style.cursor = codingId ? 'pointer' : ''
    const coding = codingId && commands.surface.coding(codingId)
    const { nameOf, colorOf, coderOf } = faces.current
    hover(
      coding
        ? {
            x: event.clientX,
            y: event.clientY,
            name: nameOf(coding.codeId),
            color: colorOf(coding.codeId) ?? '',
            coder: coderOf(coding.coderId),
            comment: coding.comment,
          }
        : null,
    )
  }
  canvas.addEventListener('pointermove', (event) => show(view.stripes.hit(event.offsetX, event.offsetY)?.codingId ?? null, event), { signal })
  canvas.addEventListener('pointerleave', (event) => show(null, event), { signal })
  canvas.addEventListener(
    'click',
    (event) => {
      const stripe = view.stripes.hit(event.offsetX, event.offsetY)
      const range = stripe && chooseCoding(stripe.codingId, view)
      if (!range) return
      show(null, event as PointerEvent)
      float({ kind: 'here', range, at: new DOMRect(event.clientX, event.clientY, 1, 1) })
    },
    { signal },
  )
  return () => abort.abort()
}

/** Tells the status bar what is in sight, once it rests. */
function placeTeller(view: () => TranscriptView | null) {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    tell() {
      clearTimeout(timer)
      timer = setTimeout(() => showPlace(view()?.inSight() ?? null), placeAfterMs)
    },
    stop: () => clearTimeout(timer),
  }
}
