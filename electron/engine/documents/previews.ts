import { randomUUID } from 'node:crypto'
import { Problem } from '#shared/model/problem.ts'
import type { Session } from '../session.ts'

export type PickedFile = { name: string; bytes: Uint8Array }

export type PickedFiles = {
  /** Keeps a file and returns what stands for it. */
  keep(file: PickedFile): string
  /** Refuses with not-found for a token that was dropped. */
  get(token: string): PickedFile
  drop(tokens: string[]): void
}

const bySession = new WeakMap<Session, PickedFiles>()

/** Files that the person picked and that are neither imported nor dropped yet; gone when another project is opened or the session ends. */
export function pickedFiles(session: Session): PickedFiles {
  const before = bySession.get(session)
  if (before) return before
  const files = new Map<string, PickedFile>()
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
    drop(tokens) {
      for (const token of tokens) files.delete(token)
    },
  }
  bySession.set(session, picked)
  return picked
}
