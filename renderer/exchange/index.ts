export { ExportMenu, MatrixItems, ThemeItems } from './ExportMenu.tsx'
export { useExport } from './useExport.ts'
