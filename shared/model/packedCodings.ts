import type { Coding, PackedCodings } from '../contract/codings.ts'

/**
 * Thousands of codings of one document as one text, for the way from the engine to the page: ids that repeat are named once and the rest
 * is one flat JSON array, which both sides write and read ten times as fast as records.
 */
export function packCodings(documentId: string, codings: readonly Coding[]): PackedCodings {
  const codes = numbered()
  const coders = numbered()
  const rows: (string | number | null)[] = []
  for (const { id, codeId, coderId, start, end, weight, comment, createdAt, memos } of codings) {
    rows.push(id, codes.of(codeId), coders.of(coderId), start, end, weight, comment, createdAt, memos)
  }
  return { documentId, codeIds: codes.ids(), coderIds: coders.ids(), rows: JSON.stringify(rows) }
}

const fields = 9

type Row = [
  id: string,
  code: number,
  coder: number,
  start: number,
  end: number,
  weight: number | null,
  comment: string,
  createdAt: string,
  memos: number,
]

/** The codings that were packed, in their order. */
export function unpackCodings({ documentId, codeIds, coderIds, rows }: PackedCodings): Coding[] {
  const flat = JSON.parse(rows) as Row[number][]
  const codings: Coding[] = []
  for (let at = 0; at < flat.length; at += fields) {
    const [id, code, coder, start, end, weight, comment, createdAt, memos] = flat.slice(at, at + fields) as Row
    codings.push({ id, documentId, codeId: codeIds[code]!, coderId: coderIds[coder]!, start, end, weight, comment, createdAt, memos })
  }
  return codings
}

function numbered() {
  const numbers = new Map<string, number>()
  return {
    of(id: string): number {
      const known = numbers.get(id) ?? numbers.size
      numbers.set(id, known)
      return known
    },
    ids: () => [...numbers.keys()],
  }
}
