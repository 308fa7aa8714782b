export { MemoPanel } from './MemoPanel.tsx'
export { MemosView } from './MemosView.tsx'
