export { Placeholder as TranscriptPane } from '#renderer/ui/Placeholder.tsx'
