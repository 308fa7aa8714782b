import { Combobox } from '@base-ui/react/combobox'
import { Trans } from '@lingui/react/macro'
import Fuse from 'fuse.js'
import { useMemo, useState } from 'react'
import { ColorSwatch } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import { codePath } from '#shared/model/codeTree.ts'
import styles from './CodeChooser.module.css'
import { useCodeTree } from './codes.ts'

const most = 50

/** Finds one code by typing parts of its name; `without` are not offered. For use inside of a popover. */
export function CodeChooser({
  label,
  without = [],
  codableOnly = false,
  onChoose,
}: {
  label: string
  without?: readonly string[] | undefined
  codableOnly?: boolean | undefined
  onChoose: (codeId: string) => void
}) {
  const { tree } = useCodeTree()
  const [text, setText] = useState('')
  const offered = useMemo(
    () => tree.codes.filter((code) => !without.includes(code.id) && (code.codable || !codableOnly)),
    [tree, without, codableOnly],
  )
  const fuse = useMemo(() => new Fuse(offered, { keys: ['name'], threshold: 0.35, ignoreLocation: true }), [offered])
  const found = useMemo(
    () => (text.trim() === '' ? offered.slice(0, most) : fuse.search(text.trim(), { limit: most }).map(({ item }) => item)),
    [fuse, offered, text],
  )
  return (
    <Combobox.Root<Code>
      inline
      open
      items={found}
      filter={null}
      autoHighlight
      itemToStringLabel={(code) => code.name}
      inputValue={text}
      onInputValueChange={(value, { reason }) => reason !== 'item-press' && setText(value)}
      value={null}
      onValueChange={(code) => code && onChoose(code.id)}
    >
      <Combobox.Input className={styles.field} placeholder={label} aria-label={label} />
      <Combobox.Empty className={styles.empty}>{found.length === 0 && <Trans>No code has such a name.</Trans>}</Combobox.Empty>
      <Combobox.List className={styles.list}>
        {(code: Code) => (
          <Combobox.Item key={code.id} value={code} className={styles.item}>
            <ColorSwatch color={code.color} hollow={!code.codable} />
            <span className={styles.name}>{code.name}</span>
            <span className={styles.path}>{codePath(tree.codes, code.id).slice(0, -1).join(' › ')}</span>
          </Combobox.Item>
        )}
      </Combobox.List>
    </Combobox.Root>
  )
}
