import { Trans, useLingui } from '@lingui/react/macro'
import { createContext, type ReactNode, use, useMemo, useRef } from 'react'
import { DropArea, useShortcut } from '#renderer/ui/index.ts'
import { ImportDialog } from './ImportDialog.tsx'
import { useIncoming } from './useIncoming.ts'

type Import = {
  /** Lets the person pick files. */
  pick: () => void
  /** Takes files that came another way. */
  take: (files: readonly File[]) => void
}

const ImportContext = createContext<Import | null>(null)
const accepted = '.txt,.md,.docx,.vtt,.srt'

export function useImport(): Import {
  const found = use(ImportContext)
  if (!found) throw new Error('useImport needs an ImportProvider')
  return found
}

/** Files come in by the chooser, its key, or by being dropped anywhere. */
export function ImportProvider({ children }: { children: ReactNode }) {
  const { t } = useLingui()
  const chooser = useRef<HTMLInputElement>(null)
  const files = useIncoming()
  const { take } = files
  const value = useMemo(() => ({ pick: () => chooser.current?.click(), take }), [take])
  useShortcut('mod+i', t`Import documents`, value.pick, { group: t`Documents`, inText: true })
  return (
    <ImportContext value={value}>
      {children}
      <input
        ref={chooser}
        type="file"
        multiple
        accept={accepted}
        hidden
        aria-label={t`Files to import`}
        data-testid="import-files"
        onChange={(event) => {
          take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <DropArea onFiles={take}>
        <Trans>Drop to import. You will see each file before anything is written.</Trans>
      </DropArea>
      <ImportDialog files={files} onMore={value.pick} />
    </ImportContext>
  )
}
