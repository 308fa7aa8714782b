import type { CodingSurface } from '#renderer/codings/index.ts'
import type { Coding } from '#shared/contract/codings.ts'
import { type Anchored, spanOf } from './pieces.ts'
import type { TranscriptView } from './view.ts'

/** The view as coding knows it. */
export function codingSurface(view: TranscriptView, documentId: string, follower: { touch(): void; resync(): void }): CodingSurface {
  const asCoding = (anchored: Anchored): Coding => ({ ...anchored.coding, ...spanOf(anchored) })
  return {
    documentId,
    selected() {
      const range = view.range()
      return range && range.start < range.end ? range : null
    },
    text: (range) => view.text.text(range),
    codingsIn: (range) => view.text.codingsIn(range).map(asCoding),
    coding(id) {
      const anchored = view.text.codings.get(id)
      return anchored ? asCoding(anchored) : null
    },
    show(put, removeIds) {
      follower.touch()
      view.changeCodings(put, removeIds)
    },
    resync: follower.resync,
    settled: view.settled,
  }
}
