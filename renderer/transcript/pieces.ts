import type { Coding } from '#shared/contract/codings.ts'
import type { Turn } from '#shared/contract/documents.ts'
import { mapRange, type Range, type Splice } from '#shared/text/edits.ts'
import { placeMarks } from './marks.ts'

/**
 * A transcript with its codings, kept in step with what is on the screen. Positions in the document are UTF-16 units with one LF between
 * turns; a coding is anchored to the turns it begins and ends in, so that an edit touches only the codings of the turns it changes.
 */
export type CodedText = {
  readonly turns: readonly CodedTurn[]
  readonly codings: ReadonlyMap<string, Anchored>
  /** Length of the whole text. */
  length(): number
  text(range?: Range): string
  turn(id: string): CodedTurn | undefined
  /** The turn that holds a position; the LF behind a turn belongs to the turn's end. */
  turnAt(position: number): CodedTurn
  /** Turns that a range touches, the one at its end included. */
  turnsOf(range: Range): CodedTurn[]
  /** Codings that share a character with the range (for an empty range: that have the position inside or at their edge). */
  codingsIn(range: Range): Anchored[]
  /** Takes a coding in, in place of one with the same id; the turns that look different now. */
  put(coding: Coding): CodedTurn[]
  remove(codingId: string): CodedTurn[]
  /** Replaces [start, end) and maps every coding in it; codings of which nothing is left are gone. */
  edit(splice: Splice): Edited
  /** Gives a turn other properties than its text. */
  describe(turn: CodedTurn, as: Turn): void
}

export type CodedTurn = {
  turn: Turn
  /** Position of its first character. */
  start: number
  /** Its place among the turns. */
  index: number
  /** Every coding that touches it, also where that leaves no character in it. */
  codings: Set<Anchored>
}

export type Anchored = { coding: Coding; from: Place; to: Place }

type Place = { turn: CodedTurn; offset: number }

/** The part of a coding that lies in one turn, UTF-16 units of the turn, half-open; never empty. */
export type Piece = { anchored: Anchored; start: number; end: number }

export type Edited = {
  /** The turns that the edit touched as they are now: the first keeps its id. */
  changed: CodedTurn[]
  /** Those among `changed` that were not there before. */
  added: CodedTurn[]
  removed: CodedTurn[]
  /** Codings of which nothing is left. */
  lostIds: string[]
}

export function spanOf({ from, to }: Anchored): Range {
  return { start: from.turn.start + from.offset, end: to.turn.start + to.offset }
}

/** The codings' parts in a turn, by their beginning. */
export function piecesOf(turn: CodedTurn): Piece[] {
  const pieces: Piece[] = []
  for (const anchored of turn.codings) {
    const start = anchored.from.turn === turn ? anchored.from.offset : 0
    const end = anchored.to.turn === turn ? anchored.to.offset : turn.turn.text.length
    if (start < end) pieces.push({ anchored, start, end })
  }
  return pieces.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** `newId` names turns that an edit makes, until the engine has given them theirs. */
export function createCodedText(source: Turn[], codings: Coding[], newId: () => string): CodedText {
  const turns: CodedTurn[] = source.map((turn) => ({ turn, start: 0, index: 0, codings: new Set() }))
  const byId = new Map(turns.map((turn) => [turn.turn.id, turn]))
  const anchoredById = new Map<string, Anchored>()
  renumber(turns, 0)

  const length = () => {
    const last = turns.at(-1)
    return last ? last.start + last.turn.text.length : 0
  }
  const turnAt = (position: number) => {
    let low = 0
    let high = turns.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (turns[middle]!.start <= position) low = middle
      else high = middle - 1
    }
    return turns[low]!
  }
  const turnsBetween = (from: CodedTurn, to: CodedTurn) => turns.slice(from.index, to.index + 1)
  const turnsOf = ({ start, end }: Range) => turnsBetween(turnAt(start), turnAt(end))
  const placeAt = (position: number): Place => {
    const turn = turnAt(position)
    return { turn, offset: Math.min(position - turn.start, turn.turn.text.length) }
  }
  const attach = (anchored: Anchored, { start, end }: Range) => {
    anchored.from = placeAt(start)
    anchored.to = placeAt(end)
    const touched = turnsBetween(anchored.from.turn, anchored.to.turn)
    for (const turn of touched) turn.codings.add(anchored)
    return touched
  }
  const detach = (anchored: Anchored) => {
    const touched = turnsBetween(anchored.from.turn, anchored.to.turn)
    for (const turn of touched) turn.codings.delete(anchored)
    return touched
  }
  const remove = (codingId: string) => {
    const anchored = anchoredById.get(codingId)
    if (!anchored) return []
    anchoredById.delete(codingId)
    return detach(anchored)
  }
  const put = (coding: Coding) => {
    const before = remove(coding.id)
    if (coding.start >= coding.end || coding.start > length() || turns.length === 0) return before
    const anchored: Anchored = { coding, from: placeAt(coding.start), to: placeAt(coding.end) }
    anchoredById.set(coding.id, anchored)
    return [...new Set([...before, ...attach(anchored, coding)])]
  }

  const edit = (splice: Splice): Edited => {
    const touched = turnsOf(splice)
    const [first, last] = [touched[0]!, touched.at(-1)!]
    const spans = new Map<Anchored, Range>()
    for (const turn of touched) for (const anchored of turn.codings) spans.set(anchored, spanOf(anchored))
    for (const anchored of spans.keys()) detach(anchored)

    const head = first.turn.text.slice(0, splice.start - first.start)
    const tail = last.turn.text.slice(splice.end - last.start)
    const lines = (head + splice.text + tail).split('\n')
    const marks = placeMarks(touched, splice, lines)
    const changed: CodedTurn[] = lines.map((line, index) => {
      const old = keeperOf(index, lines.length, touched)
      if (!old) return { turn: continued(first.turn, newId(), line, marks[index]!), start: 0, index: 0, codings: new Set<Anchored>() }
      old.turn = { ...old.turn, text: line, marks: marks[index]! }
      return old
    })
    const stays = new Set(changed)
    const removed = touched.filter((turn) => !stays.has(turn))
    const added = changed.filter((turn) => !byId.has(turn.turn.id))
    for (const turn of removed) byId.delete(turn.turn.id)
    for (const turn of added) byId.set(turn.turn.id, turn)
    turns.splice(first.index, touched.length, ...changed)
    renumber(turns, first.index)

    const lostIds: string[] = []
    for (const [anchored, span] of spans) {
      const mapped = mapRange(span, splice)
      if (mapped) attach(anchored, mapped)
      else {
        anchoredById.delete(anchored.coding.id)
        lostIds.push(anchored.coding.id)
      }
    }
    return { changed, added, removed, lostIds }
  }

  const text = (range: Range = { start: 0, end: length() }) => {
    if (turns.length === 0) return ''
    const within = turnsOf(range)
    const from = within[0]!.start
    return within
      .map((turn) => turn.turn.text)
      .join('\n')
      .slice(range.start - from, range.end - from)
  }

  for (const coding of codings) put(coding)

  return {
    turns,
    codings: anchoredById,
    length,
    text,
    turn: (id) => byId.get(id),
    turnAt,
    turnsOf,
    codingsIn(range) {
      const found = new Set<Anchored>()
      for (const turn of turnsOf(range)) for (const anchored of turn.codings) if (meets(spanOf(anchored), range)) found.add(anchored)
      return [...found].sort(inDocumentOrder)
    },
    put,
    remove,
    edit,
    describe(turn, as) {
      byId.delete(turn.turn.id)
      turn.turn = { ...as, text: turn.turn.text }
      byId.set(as.id, turn)
    },
  }
}

export function inDocumentOrder(a: Anchored, b: Anchored): number {
  const [left, right] = [spanOf(a), spanOf(b)]
  return left.start - right.start || right.end - left.end
}

function meets(span: Range, range: Range): boolean {
  if (range.start === range.end) return span.start <= range.start && range.start <= span.end
  return span.start < range.end && range.start < span.end
}

/** The turn that a line of an edit's outcome goes on as: the first keeps the first, the last the last if an LF still divides them. */
function keeperOf(line: number, lines: number, touched: CodedTurn[]): CodedTurn | undefined {
  if (line === 0) return touched[0]
  return line === lines - 1 && touched.length > 1 ? touched.at(-1) : undefined
}

/** What a divided turn goes on as: the same speaker's further paragraph. */
function continued(turn: Turn, id: string, text: string, marks: Turn['marks']): Turn {
  return { id, speakerId: turn.speakerId, continues: true, startMs: null, heading: 0, text, marks }
}

function renumber(turns: CodedTurn[], from: number): void {
  const before = turns[from - 1]
  let position = before ? before.start + before.turn.text.length + 1 : 0
  for (let index = from; index < turns.length; index++) {
    const turn = turns[index]!
    turn.start = position
    turn.index = index
    position += turn.turn.text.length + 1
  }
}
