import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { CircleAlert, FileText, Loader, Plus, X } from 'lucide-react'
import { useState } from 'react'
import { sayProblem } from '#renderer/i18n/problems.ts'
import { Button, Dialog, ErrorNote, IconButton, Progress } from '#renderer/ui/index.ts'
import { FilePreviewPane } from './FilePreviewPane.tsx'
import styles from './ImportDialog.module.css'
import type { Incoming } from './importing.ts'
import type { IncomingFiles } from './useIncoming.ts'

/** Every file as it would be read, before anything is written: what it is, who speaks, how it begins. */
export function ImportDialog({ files, onMore }: { files: IncomingFiles; onMore: () => void }) {
  const { items, progress } = files
  const [wanted, setWanted] = useState<string | null>(null)
  const ready = items.filter((item) => item.state === 'ready').length
  const reading = items.some((item) => item.state === 'reading')
  const shown = items.find((item) => item.key === wanted) ?? items[0]
  return (
    <Dialog
      open={items.length > 0}
      onOpenChange={(open) => !open && files.clear()}
      title={<Trans>Import</Trans>}
      description={<Trans>Look at each file and mend how it is read. Nothing is written until you import.</Trans>}
      width={920}
      footer={
        progress ? (
          <>
            <div className={styles.progress}>
              <RunningLabel done={progress.done} total={progress.total} label={progress.label} />
            </div>
            <Button onClick={files.cancel}>
              <Trans>Cancel</Trans>
            </Button>
          </>
        ) : (
          <>
            <Button look="quiet" icon={<Plus aria-hidden />} className={styles.more} onClick={onMore}>
              <Trans>More files…</Trans>
            </Button>
            <Button onClick={files.clear}>{ready > 0 || reading ? <Trans>Cancel</Trans> : <Trans>Close</Trans>}</Button>
            {(ready > 0 || reading) && (
              <Button look="primary" disabled={reading} onClick={() => void files.run()}>
                <Plural value={ready} one="Import # file" other="Import # files" />
              </Button>
            )}
          </>
        )
      }
    >
      <div className={styles.panes}>
        <ul className={styles.files}>
          {items.map((item) => (
            <FileRow key={item.key} item={item} shown={item === shown} onShow={() => setWanted(item.key)} onDrop={() => files.drop(item.key)} />
          ))}
        </ul>
        <div className={styles.preview}>
          {shown?.state === 'ready' && <FilePreviewPane key={shown.key} item={shown} files={files} />}
          {shown?.state === 'bad' && <ErrorNote>{sayProblem(shown.problem)}</ErrorNote>}
          {shown?.state === 'reading' && (
            <p className={styles.wait}>
              <Trans>Reading {shown.file}…</Trans>
            </p>
          )}
        </div>
      </div>
    </Dialog>
  )
}

function RunningLabel({ done, total, label }: { done: number; total: number; label: string }) {
  const { t } = useLingui()
  return <Progress label={label === '' ? t`Importing…` : t`Importing ${label}`} done={done} total={total} />
}

function FileRow({ item, shown, onShow, onDrop }: { item: Incoming; shown: boolean; onShow: () => void; onDrop: () => void }) {
  const { t } = useLingui()
  return (
    <li className={styles.file} data-shown={shown || undefined}>
      <button type="button" className={styles.choose} aria-current={shown || undefined} onClick={onShow}>
        {item.state === 'bad' ? (
          <CircleAlert aria-hidden className={styles.bad} />
        ) : item.state === 'reading' ? (
          <Loader aria-hidden />
        ) : (
          <FileText aria-hidden />
        )}
        <span className={styles.words}>
          <span className={styles.name} title={item.file}>
            {item.file}
          </span>
          <span className={styles.facts}>
            {item.state === 'reading' && <Trans>reading…</Trans>}
            {item.state === 'bad' && <Trans>cannot be imported</Trans>}
            {item.state === 'ready' && (
              <>
                <Plural value={item.preview.turns} one="# turn" other="# turns" />
                {' · '}
                <Plural value={item.preview.speakers.filter((speaker) => speaker.accepted).length} one="# speaker" other="# speakers" />
                {item.preview.warnings.length > 0 && (
                  <>
                    {' · '}
                    <Plural value={item.preview.warnings.length} one="# note" other="# notes" />
                  </>
                )}
              </>
            )}
          </span>
        </span>
      </button>
      <IconButton label={t`Leave out ${item.file}`} onClick={onDrop}>
        <X aria-hidden />
      </IconButton>
    </li>
  )
}
