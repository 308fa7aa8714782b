import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { formatCount, formatMs } from '#renderer/i18n/format.ts'
import { Select, TextField } from '#renderer/ui/index.ts'
import type { FilePreview } from '#shared/contract/documents.ts'
import styles from './FilePreviewPane.module.css'
import { type Incoming, withSpeaker } from './importing.ts'
import { kindNames, kinds } from './kinds.ts'
import type { IncomingFiles } from './useIncoming.ts'
import { sayWarning } from './warnings.ts'

/** One file as it would be read, with everything about it that can be set right. */
export function FilePreviewPane({ item, files }: { item: Extract<Incoming, { state: 'ready' }>; files: IncomingFiles }) {
  const { t } = useLingui()
  const { key, options, preview } = item
  const [name, setName] = useState(options.name ?? preview.name)
  const names = kindNames()
  return (
    <div className={styles.pane}>
      <div className={styles.settings}>
        <TextField
          label={t`Name`}
          value={name}
          className={styles.name}
          onChange={(event) => setName(event.target.value)}
          onBlur={() => name.trim() !== '' && files.rename(key, { ...options, name: name.trim() })}
        />
        <Select
          label={t`Kind`}
          value={options.kind ?? preview.kind}
          options={kinds.map((kind) => ({ value: kind, label: names[kind] }))}
          onValueChange={(kind) => files.rename(key, { ...options, kind })}
        />
        {preview.encodings.length > 0 && preview.encoding !== null && (
          <Select
            label={t`Encoding`}
            value={preview.encoding}
            options={preview.encodings.map((encoding) => ({ value: encoding, label: encoding.toUpperCase() }))}
            onValueChange={(encoding) => files.reread(key, { ...options, encoding })}
          />
        )}
        <p className={styles.facts}>
          .{preview.format} · <Plural value={preview.words} one="# word" other="# words" /> · {formatCount(preview.characters)}{' '}
          <Plural value={preview.characters} one="character" other="characters" />
        </p>
      </div>
      <Speakers preview={preview} onTick={(speaker, ticked) => files.reread(key, withSpeaker(options, speaker, ticked))} />
      {preview.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {preview.warnings.map((warning) => (
            <li key={`${warning.kind} ${warning.where} ${warning.message}`}>
              <TriangleAlert aria-hidden />
              {sayWarning(warning)}
            </li>
          ))}
        </ul>
      )}
      <Sample preview={preview} />
    </div>
  )
}

function Speakers({ preview, onTick }: { preview: FilePreview; onTick: (name: string, ticked: boolean) => void }) {
  if (preview.speakers.length === 0) return null
  return (
    <fieldset className={styles.speakers}>
      <legend>
        <Trans>Speakers. Tick who speaks; lines of the others stay plain text.</Trans>
      </legend>
      <div className={styles.chips}>
        {preview.speakers.map(({ name, turns, doubtful, accepted }) => (
          <button
            key={name}
            type="button"
            className={styles.chip}
            aria-pressed={accepted}
            data-doubtful={doubtful || undefined}
            onClick={() => onTick(name, !accepted)}
          >
            <span className={styles.tick}>{accepted && <Check aria-hidden />}</span>
            {name}
            <span className={styles.count}>{formatCount(turns)}</span>
            {doubtful && (
              <span className={styles.doubt}>
                <Trans>doubtful</Trans>
              </span>
            )}
          </button>
        ))}
      </div>
    </fieldset>
  )
}

function Sample({ preview }: { preview: FilePreview }) {
  const timed = preview.sample.some((turn) => turn.startMs !== null)
  const spoken = preview.sample.some((turn) => turn.speaker !== null)
  return (
    <table className={styles.sample}>
      <caption>
        <Trans>How it begins</Trans>
      </caption>
      <thead className="visually-hidden">
        <tr>
          {timed && (
            <th scope="col">
              <Trans>Time</Trans>
            </th>
          )}
          {spoken && (
            <th scope="col">
              <Trans>Speaker</Trans>
            </th>
          )}
          <th scope="col">
            <Trans>Text</Trans>
          </th>
        </tr>
      </thead>
      <tbody>
        {preview.sample.map((turn, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a sample is never reordered
          <tr key={index}>
            {timed && <td className={styles.time}>{turn.startMs !== null && formatMs(turn.startMs)}</td>}
            {spoken && <td className={styles.speaker}>{turn.speaker}</td>}
            <td className={styles.text}>{turn.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
