import type { Action, JournalEntry } from '#shared/contract/history.ts'
import { engine } from '../base.ts'
import { type EntryRow, journalQueries } from '../storage/queries.ts'

export const historyHandlers = engine.history.router({
  status: engine.history.status.handler(({ context }) => {
    const entries = context.session.project().use(journalQueries)
    const [undo, redo] = [entries.lastDone.get(), entries.firstUndone.get()]
    return { undo: undo ? entryOf(undo) : null, redo: redo ? entryOf(redo) : null }
  }),
  list: engine.history.list.handler(({ context, input: { limit, beforeId } }) =>
    context.session
      .project()
      .use(journalQueries)
      .list.all({ before: beforeId ?? Number.MAX_SAFE_INTEGER, limit })
      .map(entryOf),
  ),
  undo: engine.history.undo.handler(({ context }) => ({ ...entryOf(context.session.project().undo()), state: 'undone' })),
  redo: engine.history.redo.handler(({ context }) => ({ ...entryOf(context.session.project().redo()), state: 'done' })),
})

function entryOf(row: EntryRow): JournalEntry {
  return {
    id: row.id,
    at: row.at,
    coderId: row.coder_id,
    coderName: row.coder_name ?? '',
    action: { kind: row.kind, params: JSON.parse(row.params) as Action['params'] },
    state: row.state,
  }
}
