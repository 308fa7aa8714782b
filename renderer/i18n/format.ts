import { i18n } from '@lingui/core'

/** A count with the language's own grouping: 12,345. */
export function formatCount(count: number): string {
  return i18n.number(count)
}

/** A share of 0 to 1 as whole per cent. */
export function formatShare(share: number): string {
  return i18n.number(share, { style: 'percent', maximumFractionDigits: 0 })
}

/** Day and time, short. */
export function formatInstant(instant: string): string {
  return i18n.date(instant, { dateStyle: 'medium', timeStyle: 'short' })
}

export function formatDay(instant: string): string {
  return i18n.date(instant, { dateStyle: 'full' })
}

export function formatTime(instant: string): string {
  return i18n.date(instant, { timeStyle: 'short' })
}

/** Names in one line, as the language joins them: “A, B and C”. */
export function formatList(names: readonly string[]): string {
  return new Intl.ListFormat(i18n.locale, { type: 'conjunction' }).format(names)
}

/** Sentences as one text: with blanks between them, but for Chinese, whose full stop has its own room. */
export function formatSentences(sentences: readonly string[]): string {
  return sentences.join(i18n.locale === 'zh-Hans' ? '' : ' ')
}

/** A position in a recording, hh:mm:ss. */
export function formatMs(ms: number): string {
  const seconds = Math.floor(ms / 1000)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
}
