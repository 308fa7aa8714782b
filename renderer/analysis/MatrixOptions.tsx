import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery } from '@tanstack/react-query'
import { useConnection } from '#renderer/connection/api.ts'
import { Checkbox, Select } from '#renderer/ui/index.ts'
import type { CooccurrenceQuestion } from '#shared/contract/analysis.ts'
import styles from './MatrixView.module.css'
import type { Order } from './order.ts'

export type MatrixChoice = {
  unit: CooccurrenceQuestion['unit']
  measure: CooccurrenceQuestion['measure']
  /** null: all coders. */
  coderId: string | null
  order: Order
  rollUp: boolean
  /** Codes without a coding too. */
  unused: boolean
}

const everyCoder = 'all'

/** What is counted, how it is put in figures, of whom, and in which order. */
export function MatrixOptions({ choice, onChoice }: { choice: MatrixChoice; onChoice: (choice: MatrixChoice) => void }) {
  const { t } = useLingui()
  const { api } = useConnection()
  const coders = useQuery(api.coders.list.queryOptions())
  return (
    <div className={styles.options} role="toolbar" aria-label={t`What is counted`}>
      <Select
        label={t`Unit`}
        value={choice.unit}
        options={[
          { value: 'overlap', label: t`Overlap` },
          { value: 'turn', label: t`Same turn` },
          { value: 'paragraph', label: t`Same paragraph` },
          { value: 'document', label: t`Same document` },
        ]}
        onValueChange={(unit) => onChoice({ ...choice, unit })}
      />
      <Select
        label={t`Measure`}
        value={choice.measure}
        options={[
          { value: 'count', label: t`Count` },
          { value: 'c', label: t`c-coefficient` },
          { value: 'jaccard', label: choice.unit === 'overlap' ? t`Jaccard by length` : t`Jaccard` },
        ]}
        onValueChange={(measure) => onChoice({ ...choice, measure })}
      />
      <Select
        label={t`Coder`}
        value={choice.coderId ?? everyCoder}
        options={[{ value: everyCoder, label: t`All coders` }, ...(coders.data ?? []).map((coder) => ({ value: coder.id, label: coder.name }))]}
        onValueChange={(id) => onChoice({ ...choice, coderId: id === everyCoder ? null : id })}
      />
      <Select
        label={t`Order`}
        value={choice.order}
        options={[
          { value: 'codebook', label: t`As in the codebook` },
          { value: 'name', label: t`By name` },
          { value: 'frequency', label: t`By frequency` },
          { value: 'similarity', label: t`By similarity` },
        ]}
        onValueChange={(order) => onChoice({ ...choice, order })}
      />
      <Checkbox label={<Trans>With sub-codes</Trans>} checked={choice.rollUp} onCheckedChange={(rollUp) => onChoice({ ...choice, rollUp })} />
      <Checkbox label={<Trans>Unused codes</Trans>} checked={choice.unused} onCheckedChange={(unused) => onChoice({ ...choice, unused })} />
    </div>
  )
}
