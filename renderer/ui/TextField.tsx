import { Search } from 'lucide-react'
import { type ComponentProps, type Ref, useId } from 'react'
import styles from './TextField.module.css'

type Labelled = {
  /** Always told; shown above the field unless `hideLabel`. */
  label: string
  hideLabel?: boolean | undefined
  /** What helps to fill it in, below. */
  hint?: string | undefined
  /** What is wrong with it, below, told at once. */
  error?: string | null | undefined
}

export type TextFieldProps = Omit<ComponentProps<'input'>, 'ref'> & Labelled & { ref?: Ref<HTMLInputElement> | undefined }

export function TextField({ label, hideLabel, hint, error, className, id, ...rest }: TextFieldProps) {
  const own = useId()
  const fieldId = id ?? own
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label htmlFor={fieldId} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <input
        type="text"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        id={fieldId}
        className={styles.input}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${fieldId}-note` : undefined}
      />
      <Note id={`${fieldId}-note`} hint={hint} error={error} />
    </div>
  )
}

/** A quiet field that narrows a list as it is typed into; Escape empties it. */
export function FilterField({
  label,
  value,
  onValueChange,
  ...rest
}: Omit<TextFieldProps, 'onChange' | 'value'> & { value: string; onValueChange: (value: string) => void }) {
  return (
    <div className={styles.filter}>
      <Search aria-hidden className={styles.lens} />
      <input
        type="search"
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        {...rest}
        aria-label={label}
        className={styles.input}
        value={value}
        onChange={(event) => onValueChange(event.target.value)}
        onKeyDown={(event) => {
          rest.onKeyDown?.(event)
          if (event.key !== 'Escape' || value === '') return
          event.stopPropagation()
          onValueChange('')
        }}
      />
    </div>
  )
}

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'ref'> & Labelled & { ref?: Ref<HTMLTextAreaElement> | undefined }

/** Grows with its text. */
export function TextArea({ label, hideLabel, hint, error, className, id, ...rest }: TextAreaProps) {
  const own = useId()
  const fieldId = id ?? own
  return (
    <div className={[styles.field, className].filter(Boolean).join(' ')}>
      <label htmlFor={fieldId} className={hideLabel ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <textarea
        rows={2}
        {...rest}
        id={fieldId}
        className={styles.area}
        aria-invalid={error ? true : undefined}
        aria-describedby={error || hint ? `${fieldId}-note` : undefined}
      />
      <Note id={`${fieldId}-note`} hint={hint} error={error} />
    </div>
  )
}

function Note({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | null | undefined }) {
  if (!hint && !error) return null
  return (
    <p id={id} className={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
      {error || hint}
    </p>
  )
}
