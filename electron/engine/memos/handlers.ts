import { engine } from '../base.ts'
import { createMemo, listMemos, memoById, removeMemo, updateMemo } from './rules.ts'

export const memoHandlers = engine.memos.router({
  list: engine.memos.list.handler(({ context: { session }, input }) => listMemos(session.project(), input.target)),
  create: engine.memos.create.handler(({ context: { session }, input }) => {
    const project = session.project()
    return memoById(project, createMemo(project, session.coder(input.coderId), input.target, input.title, input.text))
  }),
  update: engine.memos.update.handler(({ context: { session }, input }) =>
    updateMemo(session.project(), session.coder(input.coderId), input.id, input),
  ),
  remove: engine.memos.remove.handler(({ context: { session }, input }) => removeMemo(session.project(), session.coder(), input.id)),
})
