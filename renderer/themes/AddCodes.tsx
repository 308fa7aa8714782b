import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { Button, FilterField, IconButton, Menu, MenuItem, MenuSeparator, Popover } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import type { Theme } from '#shared/contract/themes.ts'
import styles from './ThemesView.module.css'

/** Puts one code into a theme without dragging. */
export function AddToTheme({
  code,
  themes,
  onChoose,
  onNew,
}: {
  code: Code
  themes: Theme[]
  onChoose: (themeId: string) => void
  onNew: () => void
}) {
  const { t } = useLingui()
  return (
    <Menu
      align="end"
      trigger={
        <IconButton label={t`Put “${code.name}” into a theme`}>
          <Plus aria-hidden />
        </IconButton>
      }
    >
      {themes.map((theme) => (
        <MenuItem key={theme.id} onSelect={() => onChoose(theme.id)}>
          {theme.name}
        </MenuItem>
      ))}
      {themes.length > 0 && <MenuSeparator />}
      <MenuItem onSelect={onNew}>{t`New theme…`}</MenuItem>
    </Menu>
  )
}

/** Type-to-find over the codes that a theme does not have yet. */
export function AddCode({ theme, codes, onChoose }: { theme: Theme; codes: Code[]; onChoose: (codeId: string) => void }) {
  const { t } = useLingui()
  const [open, setOpen] = useState(false)
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLowerCase()
  const found = codes.filter((code) => !theme.codeIds.includes(code.id) && code.name.toLowerCase().includes(wanted)).slice(0, 12)
  const choose = (codeId: string) => {
    onChoose(codeId)
    setFilter('')
  }
  return (
    <Popover
      label={t`Add a code to ${theme.name}`}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" icon={<Plus aria-hidden />}>
          <Trans>Code</Trans>
        </Button>
      }
    >
      <FilterField
        label={t`Find a code`}
        value={filter}
        onValueChange={setFilter}
        autoFocus
        onKeyDownCapture={(event) => {
          const first = found[0]
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && first) choose(first.id)
        }}
      />
      <ul className={styles.found}>
        {found.map((code) => (
          <li key={code.id}>
            <button type="button" onClick={() => choose(code.id)}>
              <span className={styles.dot} style={{ background: code.color }} />
              <span className={styles.codeName}>{code.name}</span>
              <span className={styles.count}>{code.codings}</span>
            </button>
          </li>
        ))}
        {found.length === 0 && (
          <li className={styles.hint}>
            <Trans>No code of that name is left.</Trans>
          </li>
        )}
      </ul>
    </Popover>
  )
}
