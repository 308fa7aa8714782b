export { CasesSection } from './CasesSection.tsx'
export { CasesView } from './CasesView.tsx'
