import type { Passage } from './workspace.ts'

/** What can be dragged inside the window, and how it is written on the drag: codes onto text, text onto codes, codes into themes. */
export const codesType = 'application/x-emic-codes'
export const passageType = 'application/x-emic-passage'

export function writeCodes(data: DataTransfer, codeIds: string[]): void {
  data.setData(codesType, JSON.stringify(codeIds))
  data.effectAllowed = 'copyMove'
}

export function writePassage(data: DataTransfer, passage: Passage): void {
  data.setData(passageType, JSON.stringify(passage))
  data.effectAllowed = 'copyMove'
}

/** The passage that was dragged; null where something else was. */
export function readPassage(data: DataTransfer): Passage | null {
  const written = data.getData(passageType)
  return written === '' ? null : (JSON.parse(written) as Passage)
}

export function readCodes(data: DataTransfer): string[] {
  const written = data.getData(codesType)
  return written === '' ? [] : (JSON.parse(written) as string[])
}
