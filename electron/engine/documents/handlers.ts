import { engine } from '../base.ts'
import { editDocument } from './edit.ts'
import { importFiles, previewAgain, previewFile } from './import.ts'
import { pickedFiles } from './previews.ts'
import { listDocuments, originalOf, removeDocuments, renameDocument, setDocumentKind, textOf } from './rules.ts'

export const documentHandlers = engine.documents.router({
  list: engine.documents.list.handler(({ context }) => listDocuments(context.session.project())),
  text: engine.documents.text.handler(({ context, input }) => textOf(context.session.project(), input.id)),
  preview: engine.documents.preview.handler(({ context, input, signal }) => previewFile(context.session, input.file, input.options, signal)),
  previewAgain: engine.documents.previewAgain.handler(({ context, input, signal }) =>
    previewAgain(context.session, input.token, input.options, signal),
  ),
  dropPreviews: engine.documents.dropPreviews.handler(({ context, input }) => pickedFiles(context.session).drop(input.tokens)),
  importFiles: engine.documents.importFiles.handler(({ context: { session }, input, signal }) =>
    importFiles(session, input.files, session.coder(input.coderId), signal),
  ),
  rename: engine.documents.rename.handler(({ context: { session }, input }) =>
    renameDocument(session.project(), session.coder(), input.id, input.name),
  ),
  setKind: engine.documents.setKind.handler(({ context: { session }, input }) =>
    setDocumentKind(session.project(), session.coder(), input.id, input.kind),
  ),
  remove: engine.documents.remove.handler(({ context: { session }, input }) => removeDocuments(session.project(), session.coder(), input.ids)),
  edit: engine.documents.edit.handler(({ context: { session }, input: { id, coderId, ...edit } }) =>
    editDocument(session.project(), { ...edit, documentId: id, coderId: session.coder(coderId) }),
  ),
  originalFile: engine.documents.originalFile.handler(({ context, input }) => originalOf(context.session.project(), input.id)),
})
