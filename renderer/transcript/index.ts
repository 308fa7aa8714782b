export { Transcript } from './Transcript.tsx'
export { TranscriptPane } from './TranscriptPane.tsx'
export { TranscriptTabs } from './TranscriptTabs.tsx'
