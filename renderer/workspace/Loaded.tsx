import { useLingui } from '@lingui/react/macro'
import { type ReactNode, Suspense } from 'react'
import { Boundary, Skeleton } from '#renderer/ui/index.ts'

/** A part that may still be loading, and that may fail without the others. */
export function Loaded({ children, rows = 4 }: { children: ReactNode; rows?: number | undefined }) {
  const { t } = useLingui()
  return (
    <Boundary>
      <Suspense fallback={<Skeleton label={t`Loading…`} rows={rows} />}>{children}</Suspense>
    </Boundary>
  )
}
