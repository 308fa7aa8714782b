import type { DocumentSummary } from '#shared/contract/documents.ts'
import type { DocumentKind } from '#shared/model/schemas.ts'
import { kinds } from './kinds.ts'

export type Row =
  | { type: 'kind'; key: string; kind: DocumentKind; count: number; open: boolean }
  | { type: 'document'; key: string; document: DocumentSummary; place: number; of: number }

/** For comparing names as people do: without case, accents and the width of letters. */
export function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLocaleLowerCase()
}

/** The pane's rows: each kind that has documents, and below it, where it is open, those that fit the filter, in the project's order. */
export function rowsOf(documents: readonly DocumentSummary[], filter: string, closed: ReadonlySet<string>): Row[] {
  const wanted = plain(filter.trim())
  const fitting = documents.filter((document) => wanted === '' || plain(document.name).includes(wanted))
  return kinds.flatMap((kind): Row[] => {
    const ofKind = fitting.filter((document) => document.kind === kind)
    if (ofKind.length === 0) return []
    // While something is looked for, nothing that fits is hidden.
    const open = wanted !== '' || !closed.has(kind)
    const heading: Row = { type: 'kind', key: kind, kind, count: ofKind.length, open }
    if (!open) return [heading]
    return [heading, ...ofKind.map((document, place): Row => ({ type: 'document', key: document.id, document, place: place + 1, of: ofKind.length }))]
  })
}

/** The chosen documents after a click or a key: with `add` one more or less, with `range` all from the anchor to it, else only it. */
export function choose(
  rows: readonly Row[],
  chosen: readonly string[],
  anchor: string | null,
  id: string,
  how: { add: boolean; range: boolean },
): string[] {
  if (how.range && anchor !== null) {
    const ids = rows.flatMap((row) => (row.type === 'document' ? [row.document.id] : []))
    const [from, to] = [ids.indexOf(anchor), ids.indexOf(id)].sort((a, b) => a - b)
    if (from! >= 0) return ids.slice(from, to! + 1)
  }
  if (how.add) return chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]
  return [id]
}
