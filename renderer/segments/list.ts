import type { Segment } from '#shared/contract/codings.ts'

export const groupings = ['document', 'case', 'coder'] as const
export type Grouping = (typeof groupings)[number]

/**
 * One line of the list: a group's heading, or a passage with its position among the passages, from 0. `key` is unique in the list, also for
 * a passage that stands in two groups.
 */
export type Line =
  | { kind: 'group'; key: string; name: string | null; count: number }
  | { kind: 'segment'; key: string; segment: Segment; position: number }

/**
 * The list as it is shown: groups in the order of their names (documents in theirs), passages in theirs. A passage that belongs to several
 * cases stands below each; one without a case comes last, below a heading without a name.
 */
export function linesOf(segments: readonly Segment[], grouping: Grouping): Line[] {
  const groups = new Map<string | null, Segment[]>()
  for (const segment of segments) {
    for (const name of groupsOf(segment, grouping)) {
      const group = groups.get(name)
      if (group) group.push(segment)
      else groups.set(name, [segment])
    }
  }
  const names = [...groups.keys()]
  if (grouping !== 'document') names.sort(byName)
  let position = 0
  return names.flatMap((name): Line[] => {
    const members = groups.get(name)!
    return [
      { kind: 'group', key: `group ${name ?? ''}`, name, count: members.length },
      ...members.map((segment): Line => ({ kind: 'segment', key: `${segment.id} ${name ?? ''}`, segment, position: position++ })),
    ]
  })
}

function groupsOf(segment: Segment, grouping: Grouping): (string | null)[] {
  if (grouping === 'document') return [segment.documentName]
  if (grouping === 'coder') return [segment.coderName]
  return segment.cases.length === 0 ? [null] : segment.cases
}

const { compare } = new Intl.Collator(undefined, { numeric: true })

function byName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compare(a, b)
}
