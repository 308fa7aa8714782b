import { engine } from '../base.ts'
import { addCodesToTheme, createTheme, listThemes, moveTheme, removeCodeFromTheme, removeTheme, themeById, updateTheme } from './rules.ts'

export const themeHandlers = engine.themes.router({
  list: engine.themes.list.handler(({ context: { session } }) => listThemes(session.project())),
  create: engine.themes.create.handler(({ context: { session }, input }) => {
    const project = session.project()
    return themeById(project, createTheme(project, session.coder(input.coderId), input))
  }),
  update: engine.themes.update.handler(({ context: { session }, input }) =>
    updateTheme(session.project(), session.coder(input.coderId), input.id, input),
  ),
  move: engine.themes.move.handler(({ context: { session }, input }) => moveTheme(session.project(), session.coder(), input.id, input.beforeId)),
  addCodes: engine.themes.addCodes.handler(({ context: { session }, input }) =>
    addCodesToTheme(session.project(), session.coder(input.coderId), input.themeId, input.codeIds),
  ),
  removeCode: engine.themes.removeCode.handler(({ context: { session }, input }) =>
    removeCodeFromTheme(session.project(), session.coder(input.coderId), input.themeId, input.codeId),
  ),
  remove: engine.themes.remove.handler(({ context: { session }, input }) => removeTheme(session.project(), session.coder(input.coderId), input.id)),
})
