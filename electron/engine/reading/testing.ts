import { readFileSync } from 'node:fs'
import type { ReadingOptions } from '#shared/contract/documents.ts'
import { Problem } from '#shared/model/problem.ts'
import { readFile } from './read.ts'
import type { ReadDocument } from './types.ts'

export const foundOut: ReadingOptions = { speakers: 'auto', notSpeakers: [], alsoSpeakers: [] }

/** Reads a text as the file of that name. */
export function readText(name: string, text: string, options: Partial<ReadingOptions> = {}): Promise<ReadDocument> {
  return readFile(name, new TextEncoder().encode(text), { ...foundOut, ...options })
}

export function fixture(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`./fixtures/${name}`, import.meta.url)))
}

export function wholeText(document: ReadDocument): string {
  return document.turns.map((turn) => turn.text).join('\n')
}

/** Who says what: `Anna: hello`, `… more` for a further paragraph. */
export function spoken(document: ReadDocument): string[] {
  return document.turns.map((turn) => `${turn.continues ? '…' : (turn.speaker ?? '-')}: ${turn.text}`)
}

/** What a reading is refused with. */
export async function refusal(reading: Promise<unknown>): Promise<{ code: string; params: Record<string, string | number> }> {
  try {
    await reading
  } catch (error) {
    if (error instanceof Problem) return { code: error.code, params: error.params }
    throw error
  }
  throw new Error('nothing was refused')
}
