import { engine } from '../base.ts'
import { coderQueries } from './queries.ts'
import { createCoder, renameCoder } from './rules.ts'

export const coderHandlers = engine.coders.router({
  list: engine.coders.list.handler(({ context }) => context.session.project().use(coderQueries).all.all()),
  current: engine.coders.current.handler(({ context: { session } }) => session.project().use(coderQueries).byId.get(session.coder())!),
  setCurrent: engine.coders.setCurrent.handler(({ context: { session }, input }) => session.setCoder(session.coder(input.id))),
  create: engine.coders.create.handler(({ context, input }) => {
    const project = context.session.project()
    return project.use(coderQueries).byId.get(createCoder(project, input.name))!
  }),
  rename: engine.coders.rename.handler(({ context: { session }, input }) => renameCoder(session.project(), session.coder(), input.id, input.name)),
})
