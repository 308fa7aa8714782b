/** Wrong usage: said in one line, exit status 2. */
export class Usage extends Error {}

/** What went wrong has been said already: exit status 1. */
export class Failed extends Error {}

/** One line on stderr. */
export function say(message: string): void {
  process.stderr.write(`emic: ${message.replace(/\s*[\r\n]+\s*/gu, ' ').trim()}\n`)
}
