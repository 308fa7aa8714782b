export { Placeholder as MemoPanel, Placeholder as MemosView } from '#renderer/ui/Placeholder.tsx'
