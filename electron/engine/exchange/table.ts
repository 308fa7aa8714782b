/** What a spreadsheet shows: text, a number that stays one, or nothing. */
export type Cell = string | number | null

/** `width` in characters; `wraps` for texts that run over several lines; `swatch`: a colour `#rrggbb` shown as the cell's own. */
export type Column = { heading: string; width: number; wraps?: boolean; swatch?: boolean; upright?: boolean }

export type Table = { name: string; columns: Column[]; rows: Cell[][] /** Columns that stay in sight; default 1. */; frozenColumns?: number }

// What a spreadsheet may take for the start of a formula, also behind blanks, in full width, or as its own way to hide one.
const formulaLike = /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠])/u

export function looksLikeFormula(text: string): boolean {
  return formulaLike.test(text)
}

/** Characters that XML 1.0 cannot hold, lone halves of a pair among them, give way to U+FFFD. */
export function xmlSafe(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '\ufffd')
}
