import { Trans } from '@lingui/react/macro'
import { Unplug } from 'lucide-react'
import { Button, useLate } from '#renderer/ui/index.ts'
import styles from './ConnectionLost.module.css'

/** The engine does not answer: nothing is lost, and the page goes on trying. */
export function ConnectionLost({ onRetry }: { onRetry: () => void }) {
  const late = useLate(true, 600)
  if (!late) return null
  return (
    <div className={styles.note} role="alert">
      <Unplug aria-hidden />
      <p>
        <Trans>Emic’s engine does not answer. Everything up to your last change is saved. Trying again…</Trans>
      </p>
      <Button onClick={onRetry}>
        <Trans>Try now</Trans>
      </Button>
    </div>
  )
}
