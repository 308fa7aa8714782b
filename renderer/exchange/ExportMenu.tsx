import { Trans, useLingui } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import { Button, Menu, MenuItem, Submenu } from '#renderer/ui/index.ts'
import type { CooccurrenceQuestion, CrosstabQuestion } from '#shared/contract/analysis.ts'
import { useExport, type Wanted } from './useExport.ts'

const wholeMatrix: CooccurrenceQuestion = { unit: 'overlap', measure: 'count', rollUp: false }
const themesByDocument: CrosstabQuestion = { rows: 'themes', columns: { by: 'document' }, measure: 'codings' }

/** Everything that can leave the project, from the header. The views offer their own export of just what they show. */
export function ExportMenu() {
  const { t } = useLingui()
  const { mutate, isPending } = useExport()
  const item = (label: string, wanted: Wanted) => <MenuItem onSelect={() => mutate(wanted)}>{label}</MenuItem>
  return (
    <Menu
      align="end"
      trigger={
        <Button look="quiet" icon={<Download aria-hidden />} disabled={isPending}>
          <Trans>Export</Trans>
        </Button>
      }
    >
      <Submenu label={<Trans>Codebook</Trans>}>
        {item(t`Word document (.docx)`, { request: { what: 'codebook', format: 'docx' } })}
        {item(t`Spreadsheet (.xlsx)`, { request: { what: 'codebook', format: 'xlsx' } })}
        {item(t`Table (.csv)`, { request: { what: 'codebook', format: 'csv' } })}
        {item(t`Markdown (.md)`, { request: { what: 'codebook', format: 'md' } })}
      </Submenu>
      <Submenu label={<Trans>Coded segments</Trans>}>
        {item(t`Spreadsheet (.xlsx)`, { request: { what: 'codings', format: 'xlsx', filter: {} } })}
        {item(t`Table (.csv)`, { request: { what: 'codings', format: 'csv', filter: {} } })}
      </Submenu>
      <Submenu label={<Trans>Co-occurrence matrix</Trans>}>
        <MatrixItems question={wholeMatrix} onChoose={mutate} />
      </Submenu>
      <Submenu label={<Trans>Theme matrix</Trans>}>
        <ThemeItems question={themesByDocument} onChoose={mutate} />
      </Submenu>
    </Menu>
  )
}

/** The formats of a co-occurrence matrix, for any menu that has the question. */
export function MatrixItems({ question, onChoose }: { question: CooccurrenceQuestion; onChoose: (wanted: Wanted) => void }) {
  const { t } = useLingui()
  const ask = (format: 'xlsx' | 'csv' | 'svg', picture = false) => onChoose({ request: { what: 'matrix', format, question }, picture })
  return (
    <>
      <MenuItem onSelect={() => ask('xlsx')}>{t`Spreadsheet (.xlsx)`}</MenuItem>
      <MenuItem onSelect={() => ask('csv')}>{t`Table (.csv)`}</MenuItem>
      <MenuItem onSelect={() => ask('svg')}>{t`Heat map as drawing (.svg)`}</MenuItem>
      <MenuItem onSelect={() => ask('svg', true)}>{t`Heat map as picture (.png)`}</MenuItem>
    </>
  )
}

/** The formats of a theme matrix, with counts or with the passages themselves. */
export function ThemeItems({ question, onChoose }: { question: CrosstabQuestion; onChoose: (wanted: Wanted) => void }) {
  const { t } = useLingui()
  const ask = (format: 'xlsx' | 'csv', cells: 'counts' | 'extracts') => onChoose({ request: { what: 'themes', format, question, cells } })
  return (
    <>
      <MenuItem onSelect={() => ask('xlsx', 'counts')}>{t`Counts, spreadsheet (.xlsx)`}</MenuItem>
      <MenuItem onSelect={() => ask('csv', 'counts')}>{t`Counts, table (.csv)`}</MenuItem>
      <MenuItem onSelect={() => ask('xlsx', 'extracts')}>{t`Extracts, spreadsheet (.xlsx)`}</MenuItem>
      <MenuItem onSelect={() => ask('csv', 'extracts')}>{t`Extracts, table (.csv)`}</MenuItem>
    </>
  )
}
