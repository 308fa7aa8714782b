import type { JournalEntry } from '#shared/contract/history.ts'
import { Problem } from '#shared/model/problem.ts'
import { type Opened, reading } from '../opening.ts'
import { print, tableOf } from '../output.ts'
import { Usage } from '../refusals.ts'

type Json = { json?: true }
type Said = { at: string; coder: string; action: string; subject: string }

/** Undoes or redoes so many steps (default 1), or none if there are not as many. */
export async function move(by: 'undo' | 'redo', file: string, steps: string | undefined, options: Json): Promise<void> {
  const count = steps === undefined ? 1 : Number(steps)
  if (!Number.isInteger(count) || count < 1) throw new Usage(`${by} needs a number of steps, such as 3; not "${steps}"`)
  const moved = await reading(file, async ({ client }) => {
    const within = by === 'undo' ? 'done' : 'undone'
    if (!(await hasAsMany(client, within, count))) throw new Problem(by === 'undo' ? 'nothing-to-undo' : 'nothing-to-redo')
    const entries: JournalEntry[] = []
    while (entries.length < count) entries.push(by === 'undo' ? await client.history.undo() : await client.history.redo())
    return entries
  })
  print(options, moved.map(said), table)
}

export async function log(file: string, options: Json & { all?: true }): Promise<void> {
  const entries = await reading(file, async ({ client }) => {
    const found: JournalEntry[] = []
    for await (const entry of journal(client)) found.push(entry)
    return found
  })
  if (options.all)
    print(
      options,
      entries.map((entry) => ({ ...said(entry), state: entry.state })),
      table,
    )
  else print(options, entries.filter(({ state }) => state === 'done').map(said), table)
}

async function hasAsMany(client: Opened['client'], state: JournalEntry['state'], count: number): Promise<boolean> {
  let found = 0
  for await (const entry of journal(client)) {
    if (entry.state === state) found++
    if (found === count) return true
  }
  return false
}

/** Every entry, newest first. */
async function* journal(client: Opened['client']): AsyncGenerator<JournalEntry> {
  let beforeId: number | undefined
  for (;;) {
    const page = await client.history.list({ limit: 1000, ...(beforeId === undefined ? {} : { beforeId }) })
    yield* page
    if (page.length === 0) return
    beforeId = page.at(-1)!.id
  }
}

/** `subject`: what the change was made to, by its name, and how much. */
function said({ at, coderName, action: { kind, params } }: JournalEntry): Said {
  const subject = Object.entries(params).map(([name, value]) => (typeof value === 'number' ? `${value} ${plural(name, value)}` : value))
  return { at, coder: coderName, action: kind, subject: subject.filter((part) => part !== '').join(', ') }
}

function plural(name: string, value: number): string {
  if (name === 'count') return value === 1 ? 'coding' : 'codings'
  return name
}

function table(rows: readonly (Said & { state?: JournalEntry['state'] })[]): string {
  const withState = rows.some((row) => row.state !== undefined)
  return tableOf(
    ['at', 'coder', 'action', 'subject', ...(withState ? ['state'] : [])],
    rows.map((row) => [row.at, row.coder, row.action, row.subject, ...(withState ? [row.state ?? null] : [])]),
  )
}
