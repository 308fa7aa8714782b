import { Problem } from './problem.ts'

/** A name as it is stored: NFC, inner blanks single, none at its ends. Refuses with name-empty. */
export function cleanName(name: string): string {
  const clean = name.normalize('NFC').replace(/\s+/gu, ' ').trim()
  if (clean === '') throw new Problem('name-empty')
  return clean
}
