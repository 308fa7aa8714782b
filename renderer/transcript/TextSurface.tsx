import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useMemo, useState } from 'react'
import { CodePicker, CodingsHere } from '#renderer/codings/index.ts'
import { formatList } from '#renderer/i18n/index.ts'
import { useWorkspace } from '#renderer/state/workspace.ts'
import { Kbd } from '#renderer/ui/index.ts'
import type { Range } from '#shared/text/edits.ts'
import type { Source } from './follow.ts'
import { setEditing, useMode } from './mode.ts'
import { type HoveredStripe, StripeTip } from './StripeTip.tsx'
import styles from './Transcript.module.css'
import { useCodeFaces } from './useCodeFaces.ts'
import { useReveal } from './useReveal.ts'
import { useTranscriptKeys } from './useTranscriptKeys.ts'
import { type Live, useView } from './useView.ts'

/** What floats beside the text: the picker at a passage, or what is coded at one. */
export type Floating =
  | { kind: 'pick'; range: Range }
  | { kind: 'recode'; codingIds: string[]; range: Range }
  | { kind: 'here'; range: Range; at: DOMRect | null }

export function TextSurface({ source }: { source: Source }) {
  const { t } = useLingui()
  const faces = useCodeFaces()
  const editing = useMode((mode) => mode.editing)
  const [floating, setFloating] = useState<Floating | null>(null)
  const [hovered, setHovered] = useState<HoveredStripe | null>(null)
  const { refs, live } = useView(source, faces, setFloating, setHovered)
  const name = source.text.name
  useReveal(live, source.text.id)
  useTranscriptKeys()
  useEffect(() => () => setEditing(false), [])

  const close = () => {
    setFloating(null)
    live?.view.focus()
  }
  return (
    <>
      {editing && (
        <p className={styles.mode} role="status">
          <Trans>Editing the text: codings move with it.</Trans>
          <span className={styles.leave}>
            <Kbd keys="escape" /> <Trans>back to coding</Trans>
          </span>
        </p>
      )}
      <div ref={refs.scroller} className={styles.scroller} data-editing={editing || undefined}>
        <div className={styles.page}>
          {/* biome-ignore lint/a11y/useSemanticElements: no input can hold turns, headings and formatting */}
          <div
            ref={refs.root}
            className={styles.text}
            // Not `true`: React would look through the whole text for the selection whenever anything on the page changes.
            contentEditable="plaintext-only"
            suppressContentEditableWarning
            role="textbox"
            tabIndex={0}
            aria-multiline
            aria-readonly={!editing}
            aria-label={editing ? t`Transcript ${name}, editing` : t`Transcript ${name}. C codes the selection, I tells what is coded here.`}
            spellCheck={false}
            data-transcript={editing ? 'editing' : 'coding'}
          />
          <div className={styles.margin}>
            <canvas ref={refs.canvas} className={styles.canvas} aria-hidden draggable />
          </div>
        </div>
      </div>
      {hovered && <StripeTip {...hovered} />}
      {live && <CodedHere live={live} nameOf={faces.nameOf} />}
      {live && floating && <Float floating={floating} live={live} onClose={close} onChange={setFloating} />}
    </>
  )
}

function Float({
  floating,
  live,
  onClose,
  onChange,
}: {
  floating: Floating
  live: Live
  onClose: () => void
  onChange: (floating: Floating | null) => void
}) {
  const { view, commands } = live
  const { range } = floating
  const at = floating.kind === 'here' ? floating.at : null
  const anchor = useMemo(
    () => ({ getBoundingClientRect: () => at ?? view.rangeRect({ start: Math.max(range.start, range.end - 1), end: range.end }) ?? new DOMRect() }),
    [view, range, at],
  )
  if (floating.kind === 'here')
    return (
      <CodingsHere
        anchor={anchor}
        align={at ? 'end' : 'start'}
        codings={commands.surface.codingsIn(range)}
        onRecode={(id) => onChange({ kind: 'recode', codingIds: [id], range })}
        onRemove={(id) => void commands.remove([id])}
        onUpdate={(id, fields) => void commands.update(id, fields)}
        onClose={onClose}
      />
    )
  return (
    <CodePicker
      anchor={anchor}
      purpose={floating.kind === 'recode' ? 'recode' : 'apply'}
      onPick={(codeId) => void (floating.kind === 'recode' ? commands.recode(floating.codingIds, codeId) : commands.apply([codeId], range))}
      onCreate={(name, parentId) => void commands.create(name, parentId, range)}
      onClose={onClose}
    />
  )
}

/** Tells a screen reader what is coded at the caret, once it rests. */
function CodedHere({ live, nameOf }: { live: Live; nameOf: (codeId: string) => string }) {
  const { t } = useLingui()
  const caret = useWorkspace((workspace) => workspace.selection)
  const [told, setTold] = useState('')
  const { view, commands, caretVersion } = live
  // biome-ignore lint/correctness/useExhaustiveDependencies: the caret's version says when to look again; the caret itself is the view's
  useEffect(() => {
    const timer = setTimeout(() => {
      const range = view.range()
      const names = range ? [...new Set(commands.surface.codingsIn(range).map((coding) => nameOf(coding.codeId)))] : []
      const list = formatList(names)
      setTold(list === '' ? '' : t`Coded: ${list}`)
    }, 400)
    return () => clearTimeout(timer)
  }, [view, commands, caret, caretVersion, nameOf, t])
  return (
    <p className="visually-hidden" aria-live="polite">
      {told}
    </p>
  )
}
