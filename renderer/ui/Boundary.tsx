import { Trans } from '@lingui/react/macro'
import { Component, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { ErrorNote } from './Feedback.tsx'

/** Keeps a fault inside of its pane: the others go on, and this one can be shown again. */
export class Boundary extends Component<{ children: ReactNode }, { fault: Error | null }> {
  override state = { fault: null }

  static getDerivedStateFromError(fault: unknown): { fault: Error } {
    return { fault: fault instanceof Error ? fault : new Error(String(fault)) }
  }

  override render(): ReactNode {
    const { fault } = this.state as { fault: Error | null }
    if (!fault) return this.props.children
    return (
      <ErrorNote
        action={
          <Button onClick={() => this.setState({ fault: null })}>
            <Trans>Show again</Trans>
          </Button>
        }
      >
        <Trans>This part of the window failed: {fault.message}. Your project is saved.</Trans>
      </ErrorNote>
    )
  }
}
