import type { Variable } from '#shared/contract/cases.ts'
import { cleanName } from '#shared/model/names.ts'
import { Problem } from '#shared/model/problem.ts'

const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i
const date = /^(\d{4})-(\d{2})-(\d{2})$/

/**
 * A value as it is stored: numbers in JavaScript's notation, dates as YYYY-MM-DD, text trimmed; '' for one that says nothing.
 * Full-width digits are read as digits. Refuses with value-not-of-type what is no number or no day of the calendar.
 */
export function cleanValue(variable: Pick<Variable, 'name' | 'type' | 'categories'>, value: string): string {
  const text = value.normalize('NFC').trim()
  if (text === '') return ''
  const refuse = () => new Problem('value-not-of-type', { value: text, type: variable.type, variable: variable.name })
  switch (variable.type) {
    case 'text':
      return text
    case 'number': {
      const plain = text.normalize('NFKC').replace('\u2212', '-')
      if (!number.test(plain) || !Number.isFinite(Number(plain))) throw refuse()
      return String(Number(plain))
    }
    case 'date': {
      const plain = text.normalize('NFKC')
      if (!isDay(plain)) throw refuse()
      return plain
    }
    case 'category': {
      const name = cleanName(text)
      return variable.categories.find((category) => category.toLowerCase() === name.toLowerCase()) ?? name
    }
  }
}

/** Category names as they are stored: clean, each once, in the order given. */
export function cleanCategories(categories: readonly string[]): string[] {
  const byKey = new Map<string, string>()
  for (const category of categories.map(cleanName)) if (!byKey.has(category.toLowerCase())) byKey.set(category.toLowerCase(), category)
  return [...byKey.values()]
}

/** The one category that has another name in `after` and stands at the same place there, or null. */
export function renamedCategory(before: readonly string[], after: readonly string[]): { from: string; to: string } | null {
  if (before.length !== after.length) return null
  const places = before.flatMap((category, index) => (category === after[index] ? [] : [index]))
  if (places.length !== 1) return null
  const [from, to] = [before[places[0]!]!, after[places[0]!]!]
  return { from, to }
}

function isDay(text: string): boolean {
  const parts = date.exec(text)
  if (!parts) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
