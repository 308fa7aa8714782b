import { packCodings } from '#shared/model/packedCodings.ts'
import { engine } from '../base.ts'
import { addCodings } from './add.ts'
import { codingsOfDocument } from './placed.ts'
import { recodeCodings, removeCodings, updateCoding } from './rules.ts'
import { findSegments } from './segments.ts'

export const codingHandlers = engine.codings.router({
  ofDocument: engine.codings.ofDocument.handler(({ context: { session }, input }) => codingsOfDocument(session.project(), input.documentId)),
  ofDocumentPacked: engine.codings.ofDocumentPacked.handler(({ context: { session }, input }) =>
    packCodings(input.documentId, codingsOfDocument(session.project(), input.documentId)),
  ),
  segments: engine.codings.segments.handler(({ context: { session }, input }) =>
    findSegments(session.project(), input.filter, input.limit, input.offset),
  ),
  add: engine.codings.add.handler(({ context: { session }, input }) => {
    const coderOf = rememberedCoder((coderId) => session.coder(coderId))
    const wanted = input.codings.map((coding) => ({ ...coding, coderId: coderOf(coding.coderId) }))
    const coderIds = new Set(wanted.map((coding) => coding.coderId))
    const actor = coderIds.size === 1 ? wanted[0]!.coderId : session.coder()
    return addCodings(session.project(), actor, wanted, input.merge)
  }),
  remove: engine.codings.remove.handler(({ context: { session }, input }) =>
    removeCodings(session.project(), session.coder(input.coderId), input.ids),
  ),
  recode: engine.codings.recode.handler(({ context: { session }, input }) =>
    recodeCodings(session.project(), session.coder(input.coderId), input.ids, input.codeId),
  ),
  update: engine.codings.update.handler(({ context: { session }, input }) =>
    updateCoding(session.project(), session.coder(input.coderId), input.id, input),
  ),
})

/** Asks once for each coder that thousands of codings may name. */
function rememberedCoder(ask: (coderId: string | undefined) => string): (coderId: string | undefined) => string {
  const known = new Map<string | undefined, string>()
  return (coderId) => {
    const found = known.get(coderId) ?? ask(coderId)
    known.set(coderId, found)
    return found
  }
}
