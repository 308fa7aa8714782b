import { useLingui } from '@lingui/react/macro'
import { useEffect, useState } from 'react'
import { DocumentsPane } from '#renderer/documents/index.ts'
import { sizePane, togglePane, usePanes } from '#renderer/state/panes.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { Pane, Segmented, SplitHandle, SplitPane, useMedia, useShortcut } from '#renderer/ui/index.ts'
import { Loaded } from './Loaded.tsx'
import { CodesPane, SegmentsPane, TranscriptPane } from './views.tsx'
import styles from './Workspace.module.css'

export const paneKeys = { documents: 'mod+b', codes: 'mod+alt+b', segments: 'mod+j' } as const

/** Four panes: documents, transcript, segments below it, codes. On a narrow page one at a time. */
export function CodeView() {
  const narrow = useMedia('(width < 760px)')
  usePaneKeys()
  return narrow ? <OneAtATime /> : <SideBySide />
}

function usePaneKeys() {
  const { t } = useLingui()
  const options = { group: t`Panes`, inText: true }
  useShortcut(paneKeys.documents, t`Show or hide documents`, () => togglePane('documents'), options)
  useShortcut(paneKeys.codes, t`Show or hide codes`, () => togglePane('codes'), options)
  useShortcut(paneKeys.segments, t`Show or hide segments`, () => togglePane('segments'), options)
}

function SideBySide() {
  const { t } = useLingui()
  const { sizes, shown } = usePanes()
  return (
    <SplitPane direction="horizontal" id="code-panes">
      {shown.documents && (
        <>
          <Pane id="documents" size={sizes.documents} minSize={180} maxSize="40%" onSize={(pixels) => sizePane('documents', pixels)}>
            <Documents />
          </Pane>
          <SplitHandle label={t`Width of the documents`} />
        </>
      )}
      <Pane id="middle" minSize={280}>
        <SplitPane direction="vertical" id="text-panes">
          <Pane id="transcript" minSize={120}>
            <Text />
          </Pane>
          {shown.segments && (
            <>
              <SplitHandle label={t`Height of the segments`} />
              <Pane id="segments" size={sizes.segments} minSize={72} maxSize="70%" onSize={(pixels) => sizePane('segments', pixels)}>
                <Segments />
              </Pane>
            </>
          )}
        </SplitPane>
      </Pane>
      {shown.codes && (
        <>
          <SplitHandle label={t`Width of the codes`} />
          <Pane id="codes" size={sizes.codes} minSize={200} maxSize="45%" onSize={(pixels) => sizePane('codes', pixels)}>
            <Codes />
          </Pane>
        </>
      )}
    </SplitPane>
  )
}

type Shown = 'documents' | 'text' | 'codes' | 'segments'

function OneAtATime() {
  const { t } = useLingui()
  const [shown, setShown] = useState<Shown>('text')
  useEffect(
    () =>
      useWorkspace.subscribe((now, before) => {
        // Whatever wants a document, a passage or a list of passages seen, from whichever pane, means that pane.
        if (now.activeDocumentId !== before.activeDocumentId || now.reveal?.nonce !== before.reveal?.nonce) setShown('text')
        else if (now.segmentsFilter !== null && now.segmentsFilter !== before.segmentsFilter) setShown('segments')
      }),
    [],
  )
  return (
    <div className={styles.view}>
      <div className={styles.choice}>
        <Segmented
          label={t`Pane`}
          value={shown}
          onValueChange={setShown}
          options={[
            { value: 'documents', label: t`Documents` },
            { value: 'text', label: t`Text` },
            { value: 'codes', label: t`Codes` },
            { value: 'segments', label: t`Segments` },
          ]}
        />
      </div>
      {shown === 'documents' && <Documents onOpen={() => setShown('text')} />}
      {shown === 'text' && <Text />}
      {shown === 'codes' && <Codes />}
      {shown === 'segments' && <Segments />}
    </div>
  )
}

function Documents({ onOpen }: { onOpen?: () => void }) {
  const { t } = useLingui()
  return (
    <section className={styles.side} aria-label={t`Documents and cases`}>
      <Loaded>
        <DocumentsPane onOpen={onOpen} />
      </Loaded>
    </section>
  )
}

function Text() {
  const { t } = useLingui()
  return (
    <section className={styles.page} aria-label={t`Transcript`}>
      <Loaded>
        <TranscriptPane />
      </Loaded>
    </section>
  )
}

function Segments() {
  const { t } = useLingui()
  return (
    <section className={styles.side} aria-label={t`Segments`}>
      <Loaded>
        <SegmentsPane />
      </Loaded>
    </section>
  )
}

function Codes() {
  const { t } = useLingui()
  return (
    <section className={styles.side} aria-label={t`Codes`}>
      <Loaded>
        <CodesPane />
      </Loaded>
    </section>
  )
}
