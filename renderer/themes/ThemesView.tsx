import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { Segmented, Skeleton, ViewHeader } from '#renderer/ui/index.ts'
import { ThemeBoard } from './ThemeBoard.tsx'
import { ThemeMatrix } from './ThemeMatrix.tsx'
import styles from './ThemesView.module.css'

type Face = 'board' | 'matrix'

/** Themes as they grow: on a board where codes are gathered and claims written, and as a matrix over the study. */
export function ThemesView() {
  const { t } = useLingui()
  const { api } = useConnection()
  const [face, setFace] = useState<Face>('board')
  const themes = useQuery(api.themes.list.queryOptions())
  const codes = useQuery(api.codebook.list.queryOptions())
  if (!themes.data || !codes.data) return <Skeleton label={t`Gathering themes…`} rows={6} />
  return (
    <section className={styles.view} aria-label={t`Themes`}>
      <ViewHeader title={<Trans>Themes</Trans>} facts={<Plural value={themes.data.length} one="# theme" other="# themes" />}>
        <Segmented
          label={t`Show themes as`}
          value={face}
          options={[
            { value: 'board', label: t`Board` },
            { value: 'matrix', label: t`Matrix` },
          ]}
          onValueChange={setFace}
        />
      </ViewHeader>
      {face === 'board' ? <ThemeBoard themes={themes.data} codes={codes.data} /> : <ThemeMatrix />}
    </section>
  )
}
