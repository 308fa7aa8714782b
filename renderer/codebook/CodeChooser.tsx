import { Combobox } from '@base-ui/react/combobox'
import { Trans } from '@lingui/react/macro'
import { useMemo, useState } from 'react'
import { type CodeChoice, createCodeSearch } from '#renderer/codings/index.ts'
import { ColorSwatch } from '#renderer/ui/index.ts'
import styles from './CodeChooser.module.css'
import { useCodeTree } from './codes.ts'

/** Finds one codable code by typing parts of its name; `without` are not offered. For use inside of a popover. */
export function CodeChooser({ label, without, onChoose }: { label: string; without: readonly string[]; onChoose: (codeId: string) => void }) {
  const { tree } = useCodeTree()
  const [text, setText] = useState('')
  const search = useMemo(() => createCodeSearch(tree.codes.filter((code) => !without.includes(code.id))), [tree, without])
  const found = useMemo(() => search(text), [search, text])
  return (
    <Combobox.Root<CodeChoice>
      inline
      open
      items={found}
      filter={null}
      autoHighlight
      itemToStringLabel={({ code }) => code.name}
      inputValue={text}
      onInputValueChange={(value, { reason }) => reason !== 'item-press' && setText(value)}
      value={null}
      onValueChange={(choice) => choice && onChoose(choice.code.id)}
    >
      <Combobox.Input className={styles.field} placeholder={label} aria-label={label} />
      <Combobox.Empty className={styles.empty}>{found.length === 0 && <Trans>No code has such a name.</Trans>}</Combobox.Empty>
      <Combobox.List className={styles.list}>
        {(choice: CodeChoice) => (
          <Combobox.Item key={choice.code.id} value={choice} className={styles.item}>
            <ColorSwatch color={choice.code.color} />
            <span className={styles.name}>{choice.code.name}</span>
            <span className={styles.path}>{choice.above.join(' › ')}</span>
          </Combobox.Item>
        )}
      </Combobox.List>
    </Combobox.Root>
  )
}
