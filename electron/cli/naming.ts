import type { Code } from '#shared/contract/codebook.ts'
import type { DocumentSummary } from '#shared/contract/documents.ts'
import { codePath, sameNameKey } from '#shared/model/codeTree.ts'
import { Problem } from '#shared/model/problem.ts'
import { Usage } from './refusals.ts'

type Named = { id: string; name: string }

/** By id or by name. Refuses with not-found, and with ambiguous-name for a name that several have. */
export function named<T extends Named>(what: string, items: readonly T[], nameOrId: string): T {
  const byId = items.find((item) => item.id === nameOrId)
  if (byId) return byId
  const key = nameOrId.normalize('NFC').trim()
  const [found, other] = items.filter((item) => item.name === key)
  if (!found) throw new Problem('not-found', { what, name: nameOrId })
  if (other) throw new Problem('ambiguous-name', { name: nameOrId })
  return found
}

/** How documents are named in what is printed: by name, or by id where several share one. */
export function documentNames(documents: readonly DocumentSummary[]): Map<string, string> {
  const times = new Map<string, number>()
  for (const { name } of documents) times.set(name, (times.get(name) ?? 0) + 1)
  return new Map(documents.map(({ id, name }) => [id, times.get(name) === 1 ? name : id]))
}

/** `Barriers > Money` as its parts. A `>` inside of a name stands without blanks around it. */
export function parsePath(text: string): string[] {
  const path = text.split(/\s+>\s+/u).map((part) => part.trim())
  if (path.some((part) => part === '')) throw new Usage(`"${text}" is no code path; write it as "Barriers > Money"`)
  return path
}

export function pathText(path: readonly string[]): string {
  return path.join(' > ')
}

/** The code of a path, compared as siblings' names are. Refuses with not-found. */
export function codeAt(codes: readonly Code[], text: string): Code {
  const wanted = parsePath(text).map(sameNameKey).join('\n')
  const found = codes.find((code) => code.id === text || codePath(codes, code.id).map(sameNameKey).join('\n') === wanted)
  if (!found) throw new Problem('not-found', { what: 'code', name: text })
  return found
}

/** One of a few words that an option takes. */
export function choice<const T extends string>(option: string, value: string, choices: readonly T[]): T {
  const found = choices.find((word) => word === value)
  if (found === undefined) throw new Usage(`--${option} is one of ${choices.join(', ')}; not "${value}"`)
  return found
}
