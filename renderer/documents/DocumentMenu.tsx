import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { FileDown, FileText, NotebookPen, Pencil, Trash2 } from 'lucide-react'
import { useConnection } from '#renderer/connection/api.ts'
import type { EngineClient } from '#renderer/connection/client.ts'
import { tellProblem } from '#renderer/i18n/problems.ts'
import { showMemos } from '#renderer/state/workspace.ts'
import { MenuChoices, MenuItem, MenuSeparator, Submenu, saveFile } from '#renderer/ui/index.ts'
import type { DocumentSummary } from '#shared/contract/documents.ts'
import type { DocumentKind } from '#shared/model/schemas.ts'
import { kindNames, kinds } from './kinds.ts'

/** What can be done with the chosen documents. */
export function DocumentMenu({
  documents,
  onOpen,
  onRename,
  onRemove,
}: {
  documents: DocumentSummary[]
  onOpen: (id: string) => void
  onRename: (id: string) => void
  onRemove: (ids: string[]) => void
}) {
  const { client } = useConnection()
  const [first] = documents
  if (!first) {
    return (
      <MenuItem disabled onSelect={() => undefined}>
        <Trans>No document is chosen</Trans>
      </MenuItem>
    )
  }
  return (
    <>
      {documents.length === 1 && (
        <>
          <MenuItem icon={<FileText aria-hidden />} keys="enter" onSelect={() => onOpen(first.id)}>
            <Trans>Open</Trans>
          </MenuItem>
          <MenuItem icon={<Pencil aria-hidden />} keys="f2" onSelect={() => requestAnimationFrame(() => onRename(first.id))}>
            <Trans>Rename</Trans>
          </MenuItem>
          <MenuItem icon={<NotebookPen aria-hidden />} onSelect={() => showMemos({ on: 'document', id: first.id })}>
            <Trans>Memos</Trans>
          </MenuItem>
        </>
      )}
      <KindChoice documents={documents} />
      {documents.length === 1 && (
        <MenuItem icon={<FileDown aria-hidden />} onSelect={() => void saveOriginal(client, first.id)}>
          <Trans>Save the original file ({first.sourceName})</Trans>
        </MenuItem>
      )}
      <MenuSeparator />
      <MenuItem icon={<Trash2 aria-hidden />} keys="delete" danger onSelect={() => onRemove(documents.map((document) => document.id))}>
        <Plural value={documents.length} one="Remove" other="Remove # documents" />
      </MenuItem>
    </>
  )
}

function KindChoice({ documents }: { documents: DocumentSummary[] }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const setKind = useMutation(api.documents.setKind.mutationOptions())
  const common = documents.every((document) => document.kind === documents[0]!.kind) ? documents[0]!.kind : ''
  const names = kindNames()
  return (
    <Submenu label={<Trans>Kind</Trans>}>
      <MenuChoices<DocumentKind | ''>
        label={t`Kind`}
        value={common}
        options={kinds.map((kind) => ({ value: kind, label: names[kind] }))}
        onValueChange={(kind) => {
          if (kind !== '') for (const { id } of documents) setKind.mutate({ id, kind })
        }}
      />
    </Submenu>
  )
}

async function saveOriginal(client: EngineClient, id: string): Promise<void> {
  try {
    saveFile(await client.documents.originalFile({ id }))
  } catch (error) {
    tellProblem(error)
  }
}
