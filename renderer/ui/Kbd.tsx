import styles from './Kbd.module.css'
import { spellKeys } from './shortcuts.ts'

/** Keys as this computer's keyboard names them: `mod+shift+z` shows as Ctrl Shift Z, or ⇧⌘Z. */
export function Kbd({ keys }: { keys: string }) {
  return <kbd className={styles.kbd}>{spellKeys(keys)}</kbd>
}
