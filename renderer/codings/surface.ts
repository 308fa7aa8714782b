import type { Coding } from '#shared/contract/codings.ts'
import type { Range } from '#shared/text/edits.ts'

/** What coding needs of the transcript that is on the screen. Positions are UTF-16 units of the document. */
export type CodingSurface = {
  readonly documentId: string
  /** The selected passage; null where nothing is selected. */
  selected(): Range | null
  text(range: Range): string
  /** The codings that share a character with a passage, where they lie now. */
  codingsIn(range: Range): Coding[]
  coding(id: string): Coding | null
  /** Shows what the engine has not confirmed yet. */
  show(put: Coding[], removeIds: string[]): void
  /** Asks the engine for what is true: after a refusal. */
  resync(): void
  /** Resolves when every edit to the text that was made so far has reached the engine. */
  settled(): Promise<void>
}
