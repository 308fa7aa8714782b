/**
 * The label before a speech: `Anna:`, `[00:12:31] Ms. Wu:`, `3. [FG1] 王阿姨：`, `Anna [00:01:02]:`. Whether a label names somebody
 * who speaks is decided in speakers.ts, by the whole text; here it only has to look like one.
 */

/** What stands before a speech and how many UTF-16 units of the paragraph it takes, blanks behind it included. */
export type Label = { name: string; startMs: number | null; length: number }

/** Nothing longer than this can be a label with all that may stand before it. UTF-16 units. */
const reach = 200
const longestName = 40
const mostWords = 5

const time = String.raw`(?:\d{1,3}[:：]\d{2}(?:[:：]\d{2})?(?:[.,]\d{1,3})?)`
const timeOrSpan = String.raw`(${time})(?:\s*(?:-->|[-–—~～至])\s*${time})?`
const open = '[[(（【［]'
const close = String.raw`[\])）】］]`

const invisible = /^[\s\ufeff\u200b-\u200f\u2060]+/u
const bracketedTime = new RegExp(`^${open}\\s*${timeOrSpan}\\s*${close}\\s*`, 'u')
const plainTime = new RegExp(`^${timeOrSpan}(?=[\\s\\p{Script=Han}]|${open}|$)\\s*`, 'u')
const number = /^(?:[#№]?\d{1,5}(?:[.)、．）]\s*|\s+)|[（(]\d{1,5}[)）]\s*)(?=[^\s\d])/u
const bracketedLabel = new RegExp(`^${open}([^\\][()（）【】［］:：\\n]{1,30})${close}\\s*`, 'u')
const nameAndColon = new RegExp(
  `^(?<name>[^:：\\n]{1,80}?)(?:\\s*${open}\\s*(?<inside>${time})\\s*${close}|\\s+(?<bare>${time}))?[\\s\\u200e\\u200f]*[:：](?<after>[^\\n]?)`,
  'u',
)
const colonAlone = /^[\s\u200e\u200f]*[:：]/u

/** The label that a paragraph begins with, or null. */
export function labelOf(paragraph: string): Label | null {
  const head = paragraph.slice(0, reach)
  const before = readPrefix(head)
  const rest = head.slice(before.length)
  if (before.bracketed !== null && colonAlone.test(rest))
    return finish(paragraph, before.bracketed, before.startMs, before.length + colonAlone.exec(rest)![0].length)
  const found = nameAndColon.exec(rest)
  if (!found?.groups) return null
  const { name = '', inside, bare, after = '' } = found.groups
  if (isNoLabel(name, inside ?? bare, after)) return null
  const end = before.length + found[0].length - after.length
  return finish(paragraph, name, parseTime(inside ?? bare) ?? before.startMs, end)
}

function finish(paragraph: string, rawName: string, startMs: number | null, colonEnd: number): Label | null {
  const name = tidyName(rawName)
  if (!looksLikeName(name)) return null
  const behind = paragraph.slice(colonEnd, colonEnd + reach)
  const blanks = /^\s*/.exec(behind)![0].length
  const stamp = startMs === null ? bracketedTime.exec(behind.slice(blanks)) : null
  const length = colonEnd + blanks + (stamp?.[0].length ?? 0)
  return { name, startMs: startMs ?? parseTime(stamp?.[1]), length }
}

type Prefix = { length: number; startMs: number | null; bracketed: string | null }

/** Number, bracketed label and time may stand before a name in any order. */
function readPrefix(head: string): Prefix {
  const prefix: Prefix = { length: invisible.exec(head)?.[0].length ?? 0, startMs: null, bracketed: null }
  for (;;) {
    const rest = head.slice(prefix.length)
    const stamp = bracketedTime.exec(rest) ?? plainTime.exec(rest)
    const part = stamp ?? number.exec(rest) ?? bracketedLabel.exec(rest)
    if (!part) return prefix
    if (stamp) prefix.startMs ??= parseTime(stamp[1])
    else if (bracketedLabel.test(rest)) prefix.bracketed = part[1] ?? null
    prefix.length += part[0].length
  }
}

/** The time that a paragraph begins with and how far it reaches; `alone` where nothing follows it. */
export function stampOf(paragraph: string): { startMs: number; length: number; alone: boolean } | null {
  const head = paragraph.slice(0, reach)
  const lead = invisible.exec(head)?.[0].length ?? 0
  const bracketed = bracketedTime.exec(head.slice(lead))
  const found = bracketed ?? plainTime.exec(head.slice(lead))
  const startMs = parseTime(found?.[1])
  if (!found || startMs === null) return null
  const length = lead + found[0].length
  const alone = length === paragraph.length
  // Without brackets a time may well be what the sentence is about.
  return bracketed || alone ? { startMs, length, alone } : null
}

/** `1:02:03,5`, `12:31` (minutes and seconds), with full-width colons too: milliseconds, or null where it is no time. */
export function parseTime(text: string | undefined): number | null {
  const found = /^(\d{1,3})[:：](\d{2})(?:[:：](\d{2}))?(?:[.,](\d{1,3}))?$/u.exec(text ?? '')
  if (!found) return null
  const [, first, second, third, fraction = ''] = found
  const [hours, minutes, seconds] = third === undefined ? [0, Number(first), Number(second)] : [Number(first), Number(second), Number(third)]
  if (seconds >= 60 || (third !== undefined && minutes >= 60)) return null
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + Number(fraction.padEnd(3, '0'))
}

/** `http://`, `12:30`, `C:\`, `std::string`. */
function isNoLabel(name: string, stamp: string | undefined, after: string): boolean {
  if (after === '/' || after === '\\' || after === ':' || after === '：') return true
  return stamp === undefined && /\d$/u.test(name) && /\d/u.test(after)
}

function tidyName(name: string): string {
  return name
    .replace(/[\ufeff\u200b-\u200f\u2060]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC')
}

/** Short, with a letter, without a sentence's punctuation; the dot of `Ms.`, `J.` or `Prof.` is none. */
function looksLikeName(name: string): boolean {
  if (!/\p{L}/u.test(name) || Array.from(name).length > longestName || name.split(' ').length > mostWords) return false
  if (!/^[\p{L}\p{N}]/u.test(name)) return false
  const undotted = name.replace(/(?<![\p{L}\p{M}])\p{Lu}\p{L}{0,3}\.(?=\s|\p{Lu}|$)/gu, '')
  return !/[.?!;,，。？！；、…"“”«»「」『』=|{}*•→]/u.test(undotted)
}
