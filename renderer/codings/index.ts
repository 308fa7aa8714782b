export { CodePicker } from './CodePicker.tsx'
export { CodingsHere } from './CodingsHere.tsx'
export { type CodingCommands, codePassage, codeSelection, createCodingCommands, takeCommands } from './commands.ts'
export type { CodingSurface } from './surface.ts'
