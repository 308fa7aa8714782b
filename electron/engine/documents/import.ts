import { setImmediate } from 'node:timers/promises'
import type { FileResult, PreviewResult, ReadingOptions } from '#shared/contract/documents.ts'
import { Problem, type ProblemData } from '#shared/model/problem.ts'
import type { Progress } from '#shared/model/schemas.ts'
import type { Session } from '../session.ts'
import { addDocument } from './create.ts'
import { type PickedFile, pickedFiles } from './previews.ts'

const foundOut: ReadingOptions = { speakers: 'auto', notSpeakers: [], alsoSpeakers: [] }

/** Reads a picked file and keeps its bytes if it can be read; what cannot is told, and nothing is kept of it. */
export async function previewFile(session: Session, file: File, options = foundOut, signal?: AbortSignal): Promise<PreviewResult> {
  const picked = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  return preview(session, picked, options, signal, () => pickedFiles(session).keep(picked))
}

/** Reads a kept file with other options. Its bytes stay kept, also if it cannot be read that way. */
export async function previewAgain(session: Session, token: string, options: ReadingOptions, signal?: AbortSignal): Promise<PreviewResult> {
  return preview(session, pickedFiles(session).get(token), options, signal, () => token)
}

async function preview(
  session: Session,
  picked: PickedFile,
  options: ReadingOptions,
  signal: AbortSignal | undefined,
  tokenOf: () => string,
): Promise<PreviewResult> {
  try {
    const read = await pickedFiles(session).read(picked, options, signal)
    return { ok: true, token: tokenOf(), file: picked.name, preview: read.preview }
  } catch (error) {
    return { ok: false, token: null, file: picked.name, problem: problemOf(session, error) }
  }
}

/**
 * Imports kept files one by one, each in a change of its own, telling before each how far it is. A bad file is reported among the results
 * and the others go on. Once `signal` is aborted the file in hand is dropped whole and those behind it are reported as cancelled.
 */
export async function* importFiles(
  session: Session,
  files: { token: string; options: ReadingOptions }[],
  coderId: string,
  signal?: AbortSignal,
): AsyncGenerator<Progress, FileResult[]> {
  const project = session.project()
  const results: FileResult[] = []
  for (const [done, { token, options }] of files.entries()) {
    let name = token
    try {
      const picked = pickedFiles(session).get(token)
      name = picked.name
      yield { done, total: files.length, label: name }
      // Lets a cancellation in that has come meanwhile.
      await setImmediate()
      assertGoingOn(name, signal)
      const { preview, turns } = await pickedFiles(session).read(picked, options, signal)
      assertGoingOn(name, signal)
      if (session.projectOrNull() !== project) throw new Problem('cancelled', { file: name })
      const documentId = addDocument(project, {
        name: preview.name,
        kind: preview.kind,
        encoding: preview.encoding,
        turns,
        words: preview.words,
        source: { name, bytes: picked.bytes },
        coderId,
      })
      pickedFiles(session).drop([token])
      results.push({ ok: true, file: name, documentId, warnings: preview.warnings })
    } catch (error) {
      results.push({ ok: false, file: name, problem: problemOf(session, error) })
    }
  }
  yield { done: files.length, total: files.length, label: '' }
  return results
}

function assertGoingOn(file: string, signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new Problem('cancelled', { file })
}

function problemOf(session: Session, error: unknown): ProblemData {
  if (error instanceof Problem) return { code: error.code, params: error.params }
  session.host.report(error, 'reading')
  return { code: 'unexpected', params: { message: error instanceof Error ? error.message : String(error) } }
}
