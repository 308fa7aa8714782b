import { EmptyState } from '#renderer/ui/index.ts'

export function Welcome() {
  return <EmptyState title="Emic" />
}
