import { engine } from '../base.ts'
import { createCase, linkDocument, linkSpeaker, listCases, listVariables, removeCases, renameCase } from './rules.ts'
import { createVariable, removeVariable, setValue, updateVariable, variableById } from './variables.ts'

export const caseHandlers = engine.cases.router({
  list: engine.cases.list.handler(({ context: { session } }) => {
    const project = session.project()
    return { variables: listVariables(project), cases: listCases(project) }
  }),
  create: engine.cases.create.handler(({ context: { session }, input }) => {
    const project = session.project()
    const id = createCase(project, session.coder(), input.name, input.documentIds)
    return listCases(project).find((studyCase) => studyCase.id === id)!
  }),
  rename: engine.cases.rename.handler(({ context: { session }, input }) => renameCase(session.project(), session.coder(), input.id, input.name)),
  remove: engine.cases.remove.handler(({ context: { session }, input }) => removeCases(session.project(), session.coder(), input.ids)),
  linkDocument: engine.cases.linkDocument.handler(({ context: { session }, input }) =>
    linkDocument(session.project(), session.coder(), input.caseId, input.documentId, input.linked),
  ),
  linkSpeaker: engine.cases.linkSpeaker.handler(({ context: { session }, input }) =>
    linkSpeaker(session.project(), session.coder(), input.caseId, input.speakerId),
  ),
  createVariable: engine.cases.createVariable.handler(({ context: { session }, input }) => {
    const project = session.project()
    return variableById(project, createVariable(project, session.coder(), input))
  }),
  updateVariable: engine.cases.updateVariable.handler(({ context: { session }, input }) =>
    updateVariable(session.project(), session.coder(), input.id, input),
  ),
  removeVariable: engine.cases.removeVariable.handler(({ context: { session }, input }) =>
    removeVariable(session.project(), session.coder(), input.id),
  ),
  setValue: engine.cases.setValue.handler(({ context: { session }, input }) =>
    setValue(session.project(), session.coder(), input.caseId, input.variableId, input.value),
  ),
})
