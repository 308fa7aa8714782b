import type { Mark } from '#shared/contract/documents.ts'
import { type MarkedText, tidyMarks } from './text.ts'

/** A run of `*` or `_` that may open or close emphasis. `start` is its place in the parts, `left` how many of its characters are unused. */
type Run = { part: number; character: string; length: number; left: number; opens: boolean; closes: boolean }

const special = /\\[!-/:-@[-`{-~]|`+|[*]+|_+/g
const punctuation = /[\p{P}\p{S}]/u
/** Scripts without blanks between words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * `**bold**`, `*italic*`, `_italic_` by the rules of CommonMark 0.31 (6.2, delimiter runs): markers leave the text and become marks.
 * Backslash escapes are resolved, code spans stay as written. Unlike there, Chinese and Japanese words need no blank between a mark of
 * punctuation and a marker: `**重要。**后面` is bold.
 */
export function emphasis(source: string): MarkedText {
  if (!/[*_\\]/.test(source)) return { text: source, marks: [] }
  const { parts, runs } = tokens(source)
  return assemble(parts, runs, match(runs))
}

function tokens(source: string): { parts: string[]; runs: Run[] } {
  const parts: string[] = []
  const runs: Run[] = []
  const closers = codeSpanEnds(source)
  let done = 0
  special.lastIndex = 0
  for (let found = special.exec(source); found; found = special.exec(source)) {
    const [token] = found
    const { index } = found
    parts.push(source.slice(done, index))
    done = index + token.length
    if (token.startsWith('\\')) parts.push(token.slice(1))
    else if (token.startsWith('`')) {
      done = closers(token.length, done) ?? done
      parts.push(source.slice(index, done))
      special.lastIndex = done
    } else {
      runs.push(runAt(source, index, token, parts.length))
      parts.push(token)
    }
  }
  parts.push(source.slice(done))
  return { parts, runs }
}

/** Where a code span that was opened by `length` backticks ends, looked up from the list of all runs of backticks. */
function codeSpanEnds(source: string): (length: number, from: number) => number | null {
  const byLength = new Map<number, number[]>()
  for (const { 0: run, index } of source.matchAll(/`+/g)) {
    const ends = byLength.get(run.length) ?? []
    ends.push(index + run.length)
    byLength.set(run.length, ends)
  }
  return (length, from) => {
    const ends = byLength.get(length) ?? []
    while (ends.length > 0 && ends[0]! <= from) ends.shift()
    return ends[0] ?? null
  }
}

function runAt(source: string, index: number, token: string, part: number): Run {
  const before = lastCharacter(source, index)
  const after = firstCharacter(source, index + token.length)
  const leftFlanking = !isSpace(after) && (!punctuation.test(after) || isSpace(before) || punctuation.test(before) || unspaced.test(before))
  const rightFlanking = !isSpace(before) && (!punctuation.test(before) || isSpace(after) || punctuation.test(after) || unspaced.test(after))
  const character = token.charAt(0)
  const inWord = character === '_' && leftFlanking && rightFlanking
  return {
    part,
    character,
    length: token.length,
    left: token.length,
    opens: leftFlanking && (!inWord || punctuation.test(before)),
    closes: rightFlanking && (!inWord || punctuation.test(after)),
  }
}

function isSpace(character: string): boolean {
  return character === '' || /\s/.test(character)
}

function firstCharacter(source: string, at: number): string {
  const point = source.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

function lastCharacter(source: string, at: number): string {
  const unit = source.charAt(at - 1)
  return /[\udc00-\udfff]/.test(unit) ? source.slice(Math.max(0, at - 2), at) : unit
}

/** From the end of one part to the start of another: `strong` is bold. */
type Pair = { from: number; to: number; strong: boolean }

/** CommonMark's «process emphasis»: each closing run takes the nearest opening run that fits it. */
function match(runs: Run[]): Pair[] {
  const pairs: Pair[] = []
  const openers: Run[] = []
  // Below these places no opener fits a closer of that kind: searching again would take quadratic time.
  const bottoms = new Map<string, number>()
  for (const run of runs) {
    while (run.closes && run.left > 0) {
      const kind = `${run.character}${run.length % 3}${run.opens}`
      const bottom = bottoms.get(kind) ?? 0
      let found = openers.length - 1
      while (found >= bottom && !fits(openers[found]!, run)) found--
      if (found < bottom) {
        bottoms.set(kind, openers.length)
        break
      }
      const opener = openers[found]!
      openers.length = found + 1
      for (const [key, at] of bottoms) bottoms.set(key, Math.min(at, openers.length))
      const strong = opener.left >= 2 && run.left >= 2
      opener.left -= strong ? 2 : 1
      run.left -= strong ? 2 : 1
      pairs.push({ from: opener.part, to: run.part, strong })
      if (opener.left === 0) openers.pop()
    }
    if (run.opens && run.left > 0) openers.push(run)
  }
  return pairs
}

function fits(opener: Run, closer: Run): boolean {
  if (opener.character !== closer.character) return false
  // The rule of three: a run that can do both pairs only where the lengths do not add up to a multiple of three.
  if (!opener.closes && !closer.opens) return true
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0)
}

function assemble(parts: string[], runs: Run[], pairs: Pair[]): MarkedText {
  for (const run of runs) parts[run.part] = run.character.repeat(run.left)
  const starts: number[] = []
  let length = 0
  for (const part of parts) {
    starts.push(length)
    length += part.length
  }
  const ends = (part: number) => starts[part]! + parts[part]!.length
  const marks = pairs.map(({ from, to, strong }): Mark => [ends(from), starts[to]!, strong ? 'b' : 'i'])
  return { text: parts.join(''), marks: tidyMarks(marks) }
}
