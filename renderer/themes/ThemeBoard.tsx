import { Trans, useLingui } from '@lingui/react/macro'
import { useMutation } from '@tanstack/react-query'
import { Plus } from 'lucide-react'
import { type DragEvent, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { codesType, readCodes, writeCodes } from '#renderer/state/drag.ts'
import { Button, EmptyState, InlineEdit } from '#renderer/ui/index.ts'
import type { Code } from '#shared/contract/codebook.ts'
import type { Theme } from '#shared/contract/themes.ts'
import { AddToTheme } from './AddCodes.tsx'
import { placeCodes, unplacedCodes } from './placed.ts'
import { ThemeCard } from './ThemeCard.tsx'
import styles from './ThemesView.module.css'

/** Cards that codes are dragged into, and the codes that have no theme yet beside them. */
export function ThemeBoard({ themes, codes }: { themes: Theme[]; codes: Code[] }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const [naming, setNaming] = useState<{ codeIds: string[] } | null>(null)
  const create = useMutation(api.themes.create.mutationOptions())
  const addCodes = useMutation(api.themes.addCodes.mutationOptions())
  const loose = unplacedCodes(codes, themes)

  const onDropNew = (event: DragEvent) => {
    const codeIds = readCodes(event.dataTransfer)
    if (codeIds.length === 0) return
    event.preventDefault()
    setNaming({ codeIds })
  }
  const save = (name: string) => {
    create.mutate({ name, codeIds: naming?.codeIds ?? [] })
    setNaming(null)
  }

  return (
    <div className={styles.board}>
      <aside className={styles.loose} aria-label={t`Codes without a theme`}>
        <h2>
          <Trans>Codes without a theme</Trans>
        </h2>
        {loose.length === 0 ? (
          <p className={styles.hint}>{codes.length === 0 ? <Trans>Codes will be listed here.</Trans> : <Trans>Every code has its place.</Trans>}</p>
        ) : (
          <ul>
            {loose.map((code) => (
              <li key={code.id} className={styles.looseCode} draggable onDragStart={(event) => writeCodes(event.dataTransfer, [code.id])}>
                <span className={styles.dot} style={{ background: code.color }} />
                <span className={styles.codeName} title={code.name}>
                  {code.name}
                </span>
                <span className={styles.count}>{code.codings}</span>
                <AddToTheme
                  code={code}
                  themes={themes}
                  onChoose={(themeId) => addCodes.mutate({ themeId, codeIds: [code.id] })}
                  onNew={() => setNaming({ codeIds: [code.id] })}
                />
              </li>
            ))}
          </ul>
        )}
      </aside>
      <div className={styles.cards}>
        {themes.length === 0 && !naming && (
          <EmptyState
            title={<Trans>A theme is what your codes say together</Trans>}
            action={
              <Button look="primary" onClick={() => setNaming({ codeIds: [] })}>
                <Trans>New theme</Trans>
              </Button>
            }
          >
            <Trans>Make one, drag codes into it and write its claim: the sentence that you would defend with these passages.</Trans>
          </EmptyState>
        )}
        {placeCodes(themes, codes).map(({ theme, codes: own }, index) => (
          <ThemeCard
            key={theme.id}
            theme={theme}
            own={own}
            codes={codes}
            before={themes[index - 1] ?? null}
            afterNext={themes[index + 2] ?? null}
            last={index === themes.length - 1}
          />
        ))}
        {(themes.length > 0 || naming) && (
          <section
            className={styles.newCard}
            aria-label={t`New theme`}
            onDragOver={(event) => event.dataTransfer.types.includes(codesType) && event.preventDefault()}
            onDrop={onDropNew}
          >
            {naming ? (
              <InlineEdit value="" label={t`Name of the theme`} placeholder={t`Name of the theme`} onSave={save} onCancel={() => setNaming(null)} />
            ) : (
              <Button look="quiet" icon={<Plus aria-hidden />} onClick={() => setNaming({ codeIds: [] })}>
                <Trans>New theme</Trans>
              </Button>
            )}
          </section>
        )}
      </div>
    </div>
  )
}
