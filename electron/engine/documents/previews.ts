import { randomUUID } from 'node:crypto'
import type { ReadingOptions } from '#shared/contract/documents.ts'
import { Problem } from '#shared/model/problem.ts'
import { readFile } from '../reading/read.ts'
import type { ReadDocument } from '../reading/types.ts'
import type { Session } from '../session.ts'

export type PickedFile = { name: string; bytes: Uint8Array }

/** A file as it was read last: what the person has just seen need not be read again to be imported. */
type Reading = { options: string; document: ReadDocument }

export type PickedFiles = {
  /** Keeps a file and returns what stands for it. */
  keep(file: PickedFile): string
  /** Refuses with not-found for a token that was dropped. */
  get(token: string): PickedFile
  /** How the file reads with these options. Rejects with the reader's Problem. */
  read(file: PickedFile, options: ReadingOptions, signal?: AbortSignal): Promise<ReadDocument>
  drop(tokens: string[]): void
}

const bySession = new WeakMap<Session, PickedFiles>()

/** Files that the person picked and that are neither imported nor dropped yet; gone when another project is opened or the session ends. */
export function pickedFiles(session: Session): PickedFiles {
  const before = bySession.get(session)
  if (before) return before
  const files = new Map<string, PickedFile>()
  const readings = new WeakMap<PickedFile, Reading>()
  session.onChange((event) => {
    if (event.by === 'opened') files.clear()
  })
  session.closed.addEventListener('abort', () => files.clear(), { once: true })
  const picked: PickedFiles = {
    keep(file) {
      const token = randomUUID()
      files.set(token, file)
      return token
    },
    get(token) {
      const file = files.get(token)
      if (!file) throw new Problem('not-found', { what: 'file', id: token })
      return file
    },
    async read(file, options, signal) {
      const asked = JSON.stringify(options)
      const last = readings.get(file)
      if (last?.options === asked) return last.document
      const document = await readFile(file.name, file.bytes, options, signal)
      readings.set(file, { options: asked, document })
      return document
    },
    drop(tokens) {
      for (const token of tokens) files.delete(token)
    },
  }
  bySession.set(session, picked)
  return picked
}
