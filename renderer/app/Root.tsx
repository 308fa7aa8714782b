import { I18nProvider } from '@lingui/react'
import { QueryClientProvider } from '@tanstack/react-query'
import { ConnectionContext } from '#renderer/connection/api.ts'
import { i18n, languageFor, speak } from '#renderer/i18n/i18n.ts'
import { resetWorkspace } from '#renderer/state/workspace.ts'
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx'
import { closeToast, ToastProvider } from '#renderer/ui/toast.tsx'
import type { ChangeEvent } from '#shared/contract/projects.ts'
import { App } from './App.tsx'
import { ConnectionLost } from './ConnectionLost.tsx'
import { useEngine } from './engine.ts'
import { createQueryClient } from './queries.ts'
import { useAppearance } from './theme.ts'

const queries = createQueryClient()

// Until the preferences are known, so that the first words are in a language at all.
speak(languageFor(navigator.languages))

/** Everything around the app: the engine's connection, its answers, the reader's language and look. */
export function Root() {
  const { connection, lost, retry } = useEngine(queries, onChange)
  useAppearance()
  return (
    <I18nProvider i18n={i18n}>
      <QueryClientProvider client={queries}>
        <TooltipProvider>
          <ToastProvider>
            {connection && (
              <ConnectionContext value={connection}>
                <App />
              </ConnectionContext>
            )}
            {lost && <ConnectionLost onRetry={retry} />}
          </ToastProvider>
        </TooltipProvider>
      </QueryClientProvider>
    </I18nProvider>
  )
}

function onChange(event: ChangeEvent): void {
  if (event.by !== 'opened') return
  resetWorkspace()
  // What it offers to undo belongs to the project that was open.
  closeToast('history')
}
