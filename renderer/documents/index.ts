export { DocumentsPane } from './DocumentsPane.tsx'
export { ImportProvider, useImport } from './ImportProvider.tsx'
export { kindNames } from './kinds.ts'
