import type { FilePreview, FileResult, PreviewResult, ReadingOptions } from '#shared/contract/documents.ts'
import type { ProblemData } from '#shared/model/problem.ts'

/** A picked file on its way in. `options` are the person's choices; what is absent the engine finds out. */
export type Incoming = { key: string; file: string; options: ReadingOptions } & (
  | { state: 'reading' }
  | { state: 'ready'; token: string; preview: FilePreview }
  | { state: 'bad'; problem: ProblemData }
)

export const noOptions: ReadingOptions = { speakers: 'auto', notSpeakers: [], alsoSpeakers: [] }

/** Larger ones are refused before they are even read: the engine refuses them too. */
export const largestMegabytes = 64

export function incoming(key: string, file: File): Incoming {
  const base = { key, file: file.name, options: noOptions }
  const megabytes = Math.ceil(file.size / 1024 / 1024)
  if (megabytes <= largestMegabytes) return { ...base, state: 'reading' }
  return { ...base, state: 'bad', problem: { code: 'file-too-large', params: { file: file.name, megabytes, limit: largestMegabytes } } }
}

export function afterPreview(item: Incoming, result: PreviewResult): Incoming {
  const { key, file, options } = item
  if (!result.ok) return { key, file, options, state: 'bad', problem: result.problem }
  return { key, file, options, state: 'ready', token: result.token, preview: result.preview }
}

export function failed(item: Incoming, problem: ProblemData): Incoming {
  return { key: item.key, file: item.file, options: item.options, state: 'bad', problem }
}

export function tokensOf(items: readonly Incoming[]): string[] {
  return items.flatMap((item) => (item.state === 'ready' ? [item.token] : []))
}

/** A name ticked on or off as a speaker: lines that begin with one ticked off stay plain text, a doubtful one ticked on counts. */
export function withSpeaker(options: ReadingOptions, name: string, isSpeaker: boolean): ReadingOptions {
  const without = (names: readonly string[]) => names.filter((other) => other !== name)
  const [notSpeakers, alsoSpeakers] = [without(options.notSpeakers), without(options.alsoSpeakers)]
  return isSpeaker
    ? { ...options, notSpeakers, alsoSpeakers: [...alsoSpeakers, name] }
    : { ...options, notSpeakers: [...notSpeakers, name], alsoSpeakers }
}

/** What is left to show after an import: the files that were refused, with their reasons. `sent` in the order of `results`. */
export function leftOver(sent: readonly Incoming[], results: readonly FileResult[]): Incoming[] {
  return sent.flatMap((item, index) => {
    const result = results[index]
    return result && !result.ok ? [failed(item, result.problem)] : []
  })
}
