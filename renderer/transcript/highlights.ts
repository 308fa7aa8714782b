import type { Range } from '#shared/text/edits.ts'
import { type CodedText, type CodedTurn, piecesOf } from './pieces.ts'
import { domPlace } from './places.ts'

/**
 * Codings painted by the CSS Custom Highlight API: one Highlight per code, ranges only for turns that are shown. What dominates a
 * keystroke is the number of registered ranges, so turns far from the viewport have none.
 */
export type Highlights = ReturnType<typeof createHighlights>

/** Passages that are no codings: what was chosen, what is waiting for a code, where a code would fall, what was sought. */
export type PassageKind = 'selection' | 'drop' | 'reveal'

type Painted = { highlight: Highlight; range: StaticRange }

const prefix = 'emic-'

/** `isNear` says whether a turn's element is near enough to the viewport to be painted. */
export function createHighlights(text: CodedText, elementOf: (turn: CodedTurn) => HTMLElement | null, isNear: (element: HTMLElement) => boolean) {
  const sheet = new CSSStyleSheet()
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
  const shown = new Map<CodedTurn, Painted[]>()
  const byCode = new Map<string, Highlight>()
  const rules = new Map<string, { color: string; index: number }>()
  const chosen = named('chosen', 2)
  const passages: Record<PassageKind, Highlight> = { selection: named('selection', 3), drop: named('drop', 3), reveal: named('reveal', 1) }
  let chosenIds: ReadonlySet<string> = new Set()
  let colorOf: (codeId: string) => string | undefined = () => undefined

  function named(name: string, priority: number): Highlight {
    const highlight = new Highlight()
    highlight.priority = priority
    CSS.highlights.set(prefix + name, highlight)
    return highlight
  }

  const highlightOf = (codeId: string): Highlight => {
    const known = byCode.get(codeId)
    if (known) return known
    const name = `code-${byCode.size}`
    const highlight = named(name, 0)
    byCode.set(codeId, highlight)
    const color = colorOf(codeId) ?? '#7d8aa5'
    rules.set(codeId, { color, index: sheet.insertRule(ruleOf(name, color), sheet.cssRules.length) })
    return highlight
  }

  const paint = (turn: CodedTurn, element: HTMLElement) => {
    const painted: Painted[] = []
    for (const { anchored, start, end } of piecesOf(turn)) {
      const range = rangeIn(element, start, end)
      if (!range) continue
      const highlights = [highlightOf(anchored.coding.codeId)]
      if (chosenIds.has(anchored.coding.id)) highlights.push(chosen)
      for (const highlight of highlights) {
        highlight.add(range)
        painted.push({ highlight, range })
      }
    }
    shown.set(turn, painted)
  }
  const erase = (turn: CodedTurn) => {
    for (const { highlight, range } of shown.get(turn) ?? []) highlight.delete(range)
    shown.delete(turn)
  }
  const refresh = (turns: Iterable<CodedTurn>) => {
    for (const turn of turns) {
      erase(turn)
      const element = text.turn(turn.turn.id) === turn ? elementOf(turn) : null
      if (element && isNear(element)) paint(turn, element)
    }
  }

  return {
    show(turn: CodedTurn) {
      const element = elementOf(turn)
      if (shown.has(turn) || !element) return
      paint(turn, element)
    },
    hide: erase,
    /** Paints turns anew whose text or codings changed; those that are not shown cost nothing. */
    refresh,
    /** Gives every code its colour; only those whose colour changed are touched. */
    setColors(next: (codeId: string) => string | undefined) {
      colorOf = next
      for (const [codeId, rule] of rules) {
        const color = next(codeId)
        if (color === undefined || color === rule.color) continue
        rule.color = color
        const style = sheet.cssRules[rule.index]
        if (style instanceof CSSStyleRule) style.style.setProperty('background-color', mixed(color))
      }
    },
    setChosen(next: ReadonlySet<string>) {
      const touched = new Set<CodedTurn>()
      for (const id of new Set([...chosenIds, ...next])) {
        const anchored = text.codings.get(id)
        if (anchored && chosenIds.has(id) !== next.has(id)) {
          for (let index = anchored.from.turn.index; index <= anchored.to.turn.index; index++) touched.add(text.turns[index]!)
        }
      }
      chosenIds = next
      refresh(touched)
    },
    setPassage(kind: PassageKind, range: Range | null) {
      const highlight = passages[kind]
      if (highlight.size > 0) highlight.clear()
      if (!range || range.start === range.end) return
      for (const turn of text.turnsOf(range)) {
        const element = elementOf(turn)
        const length = turn.turn.text.length
        const [start, end] = [Math.max(0, range.start - turn.start), Math.min(length, range.end - turn.start)]
        const part = element && start < end ? rangeIn(element, start, end) : null
        if (part) highlight.add(part)
      }
    },
    dispose() {
      for (const name of [...CSS.highlights.keys()]) if (name.startsWith(prefix)) CSS.highlights.delete(name)
      document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet)
    },
  }
}

function rangeIn(element: HTMLElement, start: number, end: number): StaticRange | null {
  const from = domPlace(element, start)
  const to = domPlace(element, end)
  return from && to && new StaticRange({ startContainer: from.node, startOffset: from.offset, endContainer: to.node, endOffset: to.offset })
}

/**
 * A code's mark: its colour brought near to the paper, then laid on translucent. However many marks lie over one another, they come no
 * further from the paper than that tint, so that the text above keeps its contrast.
 */
function mixed(color: string): string {
  return `color-mix(in oklch, color-mix(in oklch, ${color} var(--mark-tint), var(--mark-toward)) var(--mark-cover), transparent)`
}

function ruleOf(name: string, color: string): string {
  return `::highlight(${prefix}${name}) { background-color: ${mixed(color)}; }`
}
