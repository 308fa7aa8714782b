import { engine } from '../base.ts'
import { mergeCodes } from './merge.ts'
import { codeById, createCode, listCodes, moveCodes, removeCodes, updateCode } from './rules.ts'

export const codebookHandlers = engine.codebook.router({
  list: engine.codebook.list.handler(({ context: { session } }) => listCodes(session.project())),
  create: engine.codebook.create.handler(({ context: { session }, input }) => {
    const project = session.project()
    return codeById(project, createCode(project, session.coder(input.coderId), input.parentId, input))
  }),
  update: engine.codebook.update.handler(({ context: { session }, input }) =>
    updateCode(session.project(), session.coder(input.coderId), input.id, input.fields),
  ),
  move: engine.codebook.move.handler(({ context: { session }, input }) =>
    moveCodes(session.project(), session.coder(input.coderId), input.ids, input.parentId, input.beforeId),
  ),
  merge: engine.codebook.merge.handler(({ context: { session }, input }) =>
    mergeCodes(session.project(), session.coder(input.coderId), input.ids, input.intoId),
  ),
  remove: engine.codebook.remove.handler(({ context: { session }, input }) =>
    removeCodes(session.project(), session.coder(input.coderId), input.ids),
  ),
})
