export { Placeholder as CodebookPane, Placeholder as SegmentsPane } from '#renderer/ui/Placeholder.tsx'
