import type { Splice } from '#shared/text/edits.ts'

/** An edit on its way to the engine: what it replaces is said along, so that one who has fallen behind is refused. */
export type Edit = { splice: Splice; expected: string }

/**
 * Two edits as one, where that maps every anchor as the two after each other would: letters typed on, letters deleted on. Null for all
 * others; a deletion and what is typed in its place must not become one, since a replacement belongs to the coding it begins.
 */
export function joinEdits(first: Edit, next: Edit): Edit | null {
  const [a, b] = [first.splice, next.splice]
  const inserts = a.start === a.end && b.start === b.end && a.text !== '' && b.text !== ''
  if (inserts && b.start === a.start + a.text.length) return { splice: { ...a, text: a.text + b.text }, expected: '' }
  const deletes = a.text === '' && b.text === '' && a.start < a.end && b.start < b.end
  if (deletes && b.start <= a.start && a.start <= b.end) {
    const before = a.start - b.start
    return {
      splice: { start: b.start, end: a.end + (b.end - a.start), text: '' },
      expected: next.expected.slice(0, before) + first.expected + next.expected.slice(before),
    }
  }
  return null
}

export type EditQueue = {
  push(edit: Edit): void
  /** Resolves when everything pushed so far has been answered. */
  settled(): Promise<void>
  /** Whether something is on its way or waiting. */
  busy(): boolean
}

/**
 * Sends edits one after the other, in order; those that wait are joined where they can be. After a refusal the rest is dropped, since it
 * was made on a text that is not the engine's, and `onRefused` is told once.
 */
export function createEditQueue(send: (edit: Edit) => Promise<void>, onRefused: (error: unknown) => void): EditQueue {
  const waiting: Edit[] = []
  let running: Promise<void> | null = null

  const run = async () => {
    // Within one task of the page several edits may come: they go together.
    await Promise.resolve()
    try {
      for (let edit = waiting.shift(); edit; edit = waiting.shift()) await send(edit)
    } catch (error) {
      waiting.length = 0
      onRefused(error)
    } finally {
      running = null
    }
  }

  return {
    push(edit) {
      const last = waiting.at(-1)
      const joined = last && joinEdits(last, edit)
      if (joined) waiting[waiting.length - 1] = joined
      else waiting.push(edit)
      running ??= run()
    },
    async settled() {
      while (running) await running
    },
    busy: () => running !== null,
  }
}
