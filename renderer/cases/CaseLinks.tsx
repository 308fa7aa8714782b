import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { ChevronDown, ChevronRight } from 'lucide-react'
import { type ReactElement, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { Checkbox, IconButton, Popover } from '#renderer/ui/index.ts'
import type { StudyCase } from '#shared/contract/cases.ts'
import type { DocumentSummary } from '#shared/contract/documents.ts'
import styles from './CaseLinks.module.css'
import { useCaseActions } from './useCaseActions.ts'

/** Which documents, or which speakers in them, are this case. `children` is the button that opens it. */
export function CaseLinks({ studyCase, children }: { studyCase: StudyCase; children: ReactElement }) {
  const { t } = useLingui()
  return (
    <Popover label={t`Documents and speakers of ${studyCase.name}`} trigger={children}>
      <Links studyCase={studyCase} />
    </Popover>
  )
}

function Links({ studyCase }: { studyCase: StudyCase }) {
  const { api } = useConnection()
  const documents = useQuery(api.documents.list.queryOptions())
  return (
    <div className={styles.content}>
      <p className={styles.hint}>
        <Trans>Tick a document that is all about this case. In a focus group, open the document and tick its speaker.</Trans>
      </p>
      <ul className={styles.list}>
        {documents.data?.map((document) => (
          <DocumentLink key={document.id} document={document} studyCase={studyCase} />
        ))}
      </ul>
    </div>
  )
}

function DocumentLink({ document, studyCase }: { document: DocumentSummary; studyCase: StudyCase }) {
  const { t } = useLingui()
  const { linkDocument } = useCaseActions()
  const [open, setOpen] = useState(document.kind === 'focus-group' && studyCase.speakerIds.length > 0)
  const Arrow = open ? ChevronDown : ChevronRight
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.arrow}>
          {document.speakers > 0 && (
            <IconButton label={t`Speakers of ${document.name}`} aria-expanded={open} onClick={() => setOpen(!open)}>
              <Arrow aria-hidden />
            </IconButton>
          )}
        </span>
        <Checkbox
          label={document.name}
          checked={studyCase.documentIds.includes(document.id)}
          onCheckedChange={(linked) => linkDocument({ caseId: studyCase.id, documentId: document.id, linked })}
        />
      </div>
      {open && <SpeakerLinks documentId={document.id} studyCase={studyCase} />}
    </li>
  )
}

function SpeakerLinks({ documentId, studyCase }: { documentId: string; studyCase: StudyCase }) {
  const { api } = useConnection()
  const { linkSpeaker } = useCaseActions()
  const text = useQuery(api.documents.text.queryOptions({ input: { id: documentId } }))
  return (
    <ul className={styles.speakers}>
      {text.data?.speakers.map((speaker) => (
        <li key={speaker.id}>
          <Checkbox
            label={speaker.name}
            checked={studyCase.speakerIds.includes(speaker.id)}
            onCheckedChange={(linked) => linkSpeaker({ caseId: linked ? studyCase.id : null, speakerId: speaker.id })}
          />
        </li>
      ))}
    </ul>
  )
}
