export { HistoryView } from './HistoryView.tsx'
export { undoTimes, useHistoryKeys, useUndoRedo } from './undo.ts'
