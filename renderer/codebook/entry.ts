import type { Code } from '#shared/contract/codebook.ts'

/** What an item of the tree is: a code, or null for the root and the field of a new code. */
export type Entry = { code: Code | null }

/** How far a level stands in from the one above, CSS pixels. */
export const indent = 16
