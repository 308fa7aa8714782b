import { useLingui } from '@lingui/react/macro'
import { useListedKeys } from '#renderer/ui/index.ts'

/** Tells the overview of keys what `keys.ts` does in a transcript. */
export function useTranscriptKeys(): void {
  const { t } = useLingui()
  useListedKeys(t`In the transcript`, [
    { keys: 'c /', label: t`Find a code for the passage` },
    { keys: 'enter', label: t`Code with the last code` },
    { keys: '1–9', label: t`Code with one of the codes used last` },
    { keys: 'v', label: t`Code in the participant’s words` },
    { keys: 'n ]', label: t`Next coding` },
    { keys: 'p [', label: t`Previous coding` },
    { keys: 'i', label: t`What is coded here` },
    { keys: 'r', label: t`Another code for the coding` },
    { keys: 'delete', label: t`Remove the coding` },
    { keys: 'm', label: t`Memos` },
    { keys: 'e f2', label: t`Edit the text` },
    { keys: 'escape', label: t`Back to coding` },
  ])
}
