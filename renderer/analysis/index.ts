export { EvidenceCard } from './EvidenceCard.tsx'
export { MatrixView } from './MatrixView.tsx'
export { runsOfOne } from './runs.ts'
