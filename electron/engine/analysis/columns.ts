import type { CrosstabColumn } from './crosstab.ts'

type Speaker = { id: string; name: string; documentName: string }
type VariableType = 'text' | 'number' | 'date' | 'category'

/** One column a speaker; a name that several documents know is told apart by its document. */
export function speakerColumns(speakers: readonly Speaker[]): CrosstabColumn[] {
  const times = new Map<string, number>()
  for (const { name } of speakers) times.set(name, (times.get(name) ?? 0) + 1)
  return speakers.map(({ id, name, documentName }) => ({ key: id, name: times.get(name) === 1 ? name : `${name} (${documentName})` }))
}

/** One column a value: categories in their order, numbers and dates by size, texts by the alphabet. */
export function valueColumns(type: VariableType, categories: readonly string[], values: readonly string[]): CrosstabColumn[] {
  const known = new Set(categories)
  const others = [...new Set(values)].filter((value) => !known.has(value)).sort(orders[type])
  return [...known, ...others].map((value) => ({ key: value, name: value }))
}

const byAlphabet = new Intl.Collator(['en', 'zh-Hans']).compare

const orders: Record<VariableType, (a: string, b: string) => number> = {
  text: byAlphabet,
  category: byAlphabet,
  number: (a, b) => Number(a) - Number(b),
  date: (a, b) => (a < b ? -1 : 1),
}
