import type { LexicalEditor } from 'lexical'
import { SectionNode, turnKeyOf } from './nodes.ts'
import type { CodedTurn } from './pieces.ts'

/** How far outside of the viewport sections count as near, CSS pixels. */
const nearPixels = 600

/** Which sections are near the viewport, and which turns are in it. */
export function watchSections(
  editor: LexicalEditor,
  scroller: HTMLElement,
  turnOfKey: (key: string) => CodedTurn | undefined,
  onNear: (turns: CodedTurn[]) => void,
  onFar: (turns: CodedTurn[]) => void,
) {
  const near = new Set<Element>()
  const turnsIn = (section: Element) => [...section.children].flatMap((element) => turnOf(element) ?? [])
  const turnOf = (element: Element): CodedTurn | undefined => turnOfKey(turnKeyOf(element) ?? '')

  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting === near.has(target)) continue
        if (isIntersecting) near.add(target)
        else near.delete(target)
        const change = isIntersecting ? onNear : onFar
        change(turnsIn(target))
      }
    },
    { root: scroller, rootMargin: `${nearPixels}px 0px` },
  )
  const elements = new Map<string, Element>()
  const stopListening = editor.registerMutationListener(
    SectionNode,
    (mutations) => {
      for (const [key, kind] of mutations) {
        const known = elements.get(key)
        const element = kind === 'destroyed' ? null : editor.getElementByKey(key)
        if (known && known !== element) {
          observer.unobserve(known)
          near.delete(known)
          elements.delete(key)
        }
        if (element && known !== element) {
          elements.set(key, element)
          observer.observe(element)
        }
      }
    },
    { skipInitialization: false },
  )

  return {
    isNear: (turn: HTMLElement) => turn.parentElement !== null && near.has(turn.parentElement),
    turnOf,
    /** The turns in the viewport, in order, with their distance from its top. */
    visibleTurns(): { turn: CodedTurn; element: HTMLElement; top: number }[] {
      const frame = scroller.getBoundingClientRect()
      const visible: { turn: CodedTurn; element: HTMLElement; top: number }[] = []
      for (const section of near) {
        const box = section.getBoundingClientRect()
        if (box.bottom < frame.top || box.top > frame.bottom) continue
        const children = section.children
        for (let at = firstBelow(children, frame.top); at < children.length; at++) {
          const element = children[at] as HTMLElement
          const top = element.getBoundingClientRect().top
          if (top > frame.bottom) break
          const turn = turnOf(element)
          if (turn) visible.push({ turn, element, top: top - frame.top })
        }
      }
      return visible.sort((a, b) => a.turn.index - b.turn.index)
    },
    dispose() {
      stopListening()
      observer.disconnect()
      near.clear()
    },
  }
}

/** Index of the first element that ends below a height of the viewport. */
function firstBelow(elements: HTMLCollection, y: number): number {
  let low = 0
  let high = elements.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (elements[middle]!.getBoundingClientRect().bottom > y) high = middle
    else low = middle + 1
  }
  return low
}
