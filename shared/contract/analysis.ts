import { z } from 'zod'
import { id } from '../model/schemas.ts'
import { procedure } from './base.ts'

export const cooccurrenceUnits = ['overlap', 'turn', 'paragraph', 'document'] as const
export const cooccurrenceMeasures = ['count', 'c', 'jaccard'] as const

export const cooccurrenceQuestion = z.object({
  /**
   * `overlap`: pairs of codings by one coder that share a character; `turn` (a speech with its further paragraphs), `paragraph`,
   * `document`: units that carry both, by any of the coders.
   */
  unit: z.enum(cooccurrenceUnits).default('overlap'),
  /** With `overlap`: pairs whose gap is at most this many characters (code points) count too; 0: those that touch. */
  near: z.number().int().nonnegative().optional(),
  /** `c`: n12 / (n1 + n2 - n12); `jaccard`: characters in both / characters in either. */
  measure: z.enum(cooccurrenceMeasures).default('count'),
  coderIds: z.array(id).optional(),
  documentIds: z.array(id).optional(),
  caseIds: z.array(id).optional(),
  /** Only these codes, in this order; absent: all codable codes in tree order. */
  codeIds: z.array(id).optional(),
  /**
   * A code counts its sub-codes' codings as its own, and categories are shown too. Between a code and one above it nothing is defined:
   * every coding of the one is a coding of the other.
   */
  rollUp: z.boolean().default(false),
})
export type CooccurrenceQuestion = z.infer<typeof cooccurrenceQuestion>

export const cooccurrenceMatrix = z.object({
  unit: z.enum(cooccurrenceUnits),
  measure: z.enum(cooccurrenceMeasures),
  codeIds: z.array(id),
  /** values[i][j], symmetric; the diagonal is the code's own count (null for coefficients). null: not defined. */
  values: z.array(z.array(z.number().nullable())),
  /** The counts behind a coefficient, and the number of codings (or units) of each code. */
  counts: z.array(z.array(z.number().int())),
  totals: z.array(z.number().int()),
  /** Pairs to read with care: a coefficient out of range, or one code more than five times as frequent as the other. */
  flags: z.array(z.object({ row: z.number().int(), column: z.number().int(), flag: z.enum(['out-of-range', 'unequal-frequency']) })),
  codings: z.number().int(),
  documents: z.number().int(),
})
export type CooccurrenceMatrix = z.infer<typeof cooccurrenceMatrix>

export const crosstabQuestion = z.object({
  rows: z.enum(['codes', 'themes']),
  columns: z.discriminatedUnion('by', [
    z.object({ by: z.literal('document') }),
    z.object({ by: z.literal('case') }),
    z.object({ by: z.literal('coder') }),
    z.object({ by: z.literal('speaker') }),
    z.object({ by: z.literal('variable'), variableId: id }),
  ]),
  measure: z.enum(['codings', 'documents', 'cases', 'characters']).default('codings'),
  coderIds: z.array(id).optional(),
})
export type CrosstabQuestion = z.infer<typeof crosstabQuestion>

export const crosstab = z.object({
  rows: z.array(z.object({ id, name: z.string(), color: z.string() })),
  /** `key` names the column to `crosstabCell`; `missing`: what has no case, speaker or value. */
  columns: z.array(z.object({ key: z.string(), name: z.string(), missing: z.boolean() })),
  measure: crosstabQuestion.shape.measure,
  values: z.array(z.array(z.number().int())),
  rowTotals: z.array(z.number().int()),
  columnTotals: z.array(z.number().int()),
})
export type Crosstab = z.infer<typeof crosstab>

export const analysis = {
  cooccurrence: procedure.input(cooccurrenceQuestion).output(cooccurrenceMatrix),
  /** The pair's evidence in figures; its passages come from `codings.segments` with `overlappingCodeId`. */
  pair: procedure.input(cooccurrenceQuestion.extend({ codeA: id, codeB: id })).output(
    z.object({
      count: z.number().int(),
      totalA: z.number().int(),
      totalB: z.number().int(),
      c: z.number().nullable(),
      jaccard: z.number().nullable(),
      documents: z.number().int(),
      cases: z.number().int(),
      /** The overlaps: the ranges of both codings, in document order. */
      events: z.array(z.object({ documentId: id, codingA: id, codingB: id })),
    }),
  ),
  crosstab: procedure.input(crosstabQuestion).output(crosstab),
  /** The codings behind one cell of a crosstab; `codings.segments` with `codingIds` shows their passages. */
  crosstabCell: procedure.input(crosstabQuestion.extend({ rowId: id, columnKey: z.string() })).output(z.array(id)),
}
