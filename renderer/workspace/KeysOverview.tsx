import { Trans, useLingui } from '@lingui/react/macro'
import { Dialog, Kbd, type Shortcut, useShortcut, useShortcuts } from '#renderer/ui/index.ts'
import styles from './KeysOverview.module.css'

/** Every key that works right now, by what it is about. */
export function KeysOverview({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  const { t } = useLingui()
  const shortcuts = useShortcuts()
  // In a transcript that is only read, letters are no text.
  const inText = (field: Element) => field.ariaReadOnly === 'true'
  useShortcut('?', t`Show all keys`, () => onOpenChange(true), { group: t`Help`, inText })
  const groups = Map.groupBy(shortcuts, (shortcut: Shortcut) => shortcut.group ?? t`Everywhere`)
  return (
    <Dialog open={open} onOpenChange={onOpenChange} title={<Trans>Keys</Trans>} width={640}>
      <div className={styles.groups}>
        {[...groups].map(([group, keys]) => (
          <section key={group}>
            <h3 className={styles.group}>{group}</h3>
            <dl>
              {keys.map((shortcut) => (
                <div key={`${shortcut.keys} ${shortcut.label}`} className={styles.key}>
                  <dt>{shortcut.label}</dt>
                  <dd>
                    {shortcut.keys.split(' ').map((way) => (
                      <Kbd key={way} keys={way} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
