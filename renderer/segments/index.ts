export { SegmentCard } from './SegmentCard.tsx'
export { SegmentsPane } from './SegmentsPane.tsx'
