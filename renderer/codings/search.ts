import Fuse from 'fuse.js'
import type { Code } from '#shared/contract/codebook.ts'

/** A code with the names above it, outermost first. */
export type CodeChoice = { code: Code; above: string[] }

/** With so many codes that hold what was typed, nobody looks for slips of the fingers. */
const enough = 5

export type CodeSearch = (typed: string, most?: number) => CodeChoice[]

/**
 * Finds codes as one types: names that begin with the words typed first, then those that hold them, then paths, and where these
 * are few what is spelled nearly so. Made once for a codebook; codes that only gather others are never found.
 */
export function createCodeSearch(codes: readonly Code[]): CodeSearch {
  const byId = new Map(codes.map((code) => [code.id, code]))
  const above = (code: Code): string[] => {
    const names: string[] = []
    for (let at = code.parentId; at !== null; at = byId.get(at)?.parentId ?? null) names.unshift(byId.get(at)?.name ?? '')
    return names
  }
  const entries = codes
    .filter((code) => code.codable)
    .map((code) => {
      const choice: CodeChoice = { code, above: above(code) }
      return { choice, name: folded(code.name), path: folded([...choice.above, code.name].join(' ')) }
    })
  let fuse: Fuse<(typeof entries)[number]> | undefined

  return (typed, most = 50) => {
    const wanted = folded(typed)
    if (wanted === '') return entries.slice(0, most).map((entry) => entry.choice)
    const words = wanted.split(' ')
    const ranked = entries.flatMap((entry) => {
      const rank = rankOf(entry, wanted, words)
      return rank === null ? [] : [{ entry, rank }]
    })
    ranked.sort((a, b) => a.rank - b.rank || a.entry.name.length - b.entry.name.length)
    const found = ranked.slice(0, most).map(({ entry }) => entry)
    if (found.length < enough && wanted.length > 2) {
      fuse ??= new Fuse(entries, {
        keys: ['name'],
        threshold: 0.34,
        ignoreLocation: true,
      })
      const known = new Set(found)
      for (const { item } of fuse.search(wanted, { limit: most })) if (!known.has(item) && found.length < most) found.push(item)
    }
    return found.map((entry) => entry.choice)
  }
}

/** 0 the name itself, then its beginning, the beginning of a word in it, anywhere in it, all words in the path; null: not at all. */
function rankOf({ name, path }: { name: string; path: string }, wanted: string, words: string[]): number | null {
  if (name === wanted) return 0
  if (name.startsWith(wanted)) return 1
  if (name.includes(` ${wanted}`)) return 2
  if (name.includes(wanted)) return 3
  return words.every((word) => path.includes(word)) ? 4 : null
}

/** Letters as they are compared: no case, no accents, single blanks. */
export function folded(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim()
}

/** The name for a code in the participant's own words: one line, without quotation marks and stops around it, not longer than 80 letters. */
export function inVivoName(words: string): string {
  const line = words.replace(/\s+/gu, ' ').replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '')
  const letters = [...line]
  return letters.length <= 80 ? line : `${letters.slice(0, 79).join('').trimEnd()}…`
}
