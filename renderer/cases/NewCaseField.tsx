import { useLingui } from '@lingui/react/macro'
import { InlineEdit } from '#renderer/ui/index.ts'

/** Where a new case gets its name; `onEnd` comes in any case, `onCreate` only with a name. */
export function NewCaseField({ className, onCreate, onEnd }: { className: string | undefined; onCreate: (name: string) => void; onEnd: () => void }) {
  const { t } = useLingui()
  const save = (name: string) => {
    onEnd()
    onCreate(name)
  }
  return (
    <div className={className}>
      <InlineEdit value="" label={t`Name of the new case`} placeholder={t`Name, such as a person’s`} onCancel={onEnd} onSave={save} />
    </div>
  )
}
