import { Trans, useLingui } from '@lingui/react/macro'
import { ChevronDown } from 'lucide-react'
import { type CSSProperties, type ReactNode, useId, useLayoutEffect, useRef, useState } from 'react'
import { ColorSwatch, IconButton } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import { codePath } from '#shared/model/codeTree.ts'
import type { CodebookActions, DefinitionField } from './actions.ts'
import styles from './Definition.module.css'
import type { CodeTree } from './tree.ts'
import { useAutosave } from './useAutosave.ts'

/** What the active code means and when to use it, in sight while one codes and written in its place. */
export function Definition({ code, tree, actions, onHide }: { code: Code | null; tree: CodeTree; actions: CodebookActions; onHide: () => void }) {
  const { t } = useLingui()
  const headingId = useId()
  return (
    <section className={styles.pane} aria-labelledby={headingId}>
      <header className={styles.header}>
        {code && <ColorSwatch color={code.color} hollow={!code.codable} />}
        <h2 id={headingId} className={styles.title} title={code ? codePath(tree.codes, code.id).join(' › ') : undefined}>
          {code ? code.name : <Trans>Definition</Trans>}
        </h2>
        <IconButton label={t`Hide the definition`} onClick={onHide} side="left">
          <ChevronDown aria-hidden />
        </IconButton>
      </header>
      {code ? (
        <Fields key={code.id} code={code} actions={actions} />
      ) : (
        <p className={styles.none}>
          <Trans>Choose a code to see what it means and when to use it.</Trans>
        </p>
      )}
    </section>
  )
}

function Fields({ code, actions }: { code: Code; actions: CodebookActions }) {
  const { t } = useLingui()
  const field = (name: DefinitionField, label: ReactNode, placeholder: string) => (
    <Field label={label} placeholder={placeholder} value={code[name]} onSave={(text) => actions.setText(code.id, name, text)} />
  )
  return (
    <div className={styles.fields}>
      {!code.codable && (
        <p className={styles.category}>
          <Trans>A category: it gathers other codes and is not itself applied.</Trans>
        </p>
      )}
      {field('definition', <Trans>Means</Trans>, t`what the code stands for, in a sentence`)}
      {field('whenToUse', <Trans>Use when</Trans>, t`the signs that a passage belongs here`)}
      {field('whenNotToUse', <Trans>Not when</Trans>, t`what looks alike, and which code it gets`)}
      {field('example', <Trans>Example</Trans>, t`a passage that shows it well`)}
    </div>
  )
}

/** The label stands at the beginning of the text's first line, as a run-in head would; the text goes on below it. */
function Field({ label, placeholder, value, onSave }: { label: ReactNode; placeholder: string; value: string; onSave: (text: string) => void }) {
  const fieldId = useId()
  const head = useRef<HTMLLabelElement>(null)
  const [room, setRoom] = useState(0)
  const { fieldProps } = useAutosave(value, onSave)
  // The width of a word depends on the language and the font, which may arrive late.
  useLayoutEffect(() => {
    const element = head.current
    if (!element) return
    const watch = new ResizeObserver(() => setRoom(element.offsetWidth))
    watch.observe(element)
    return () => watch.disconnect()
  }, [])
  return (
    <div className={styles.field}>
      <label ref={head} htmlFor={fieldId} className={styles.label}>
        {label}
      </label>
      <textarea
        {...fieldProps}
        id={fieldId}
        rows={1}
        className={styles.text}
        placeholder={placeholder}
        style={{ '--room': `${room + 6}px` } as CSSProperties}
      />
    </div>
  )
}
