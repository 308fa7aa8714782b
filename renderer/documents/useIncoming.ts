import { plural, t } from '@lingui/core/macro'
import { useCallback, useEffectEvent, useRef, useState } from 'react'
import { useConnection } from '#renderer/connection/api.ts'
import { undoTimes } from '#renderer/history/index.ts'
import { problemOf, tellProblem } from '#renderer/i18n/problems.ts'
import { openDocument } from '#renderer/state/workspace.ts'
import { toast } from '#renderer/ui/index.ts'
import type { FileResult, ReadingOptions } from '#shared/contract/documents.ts'
import type { Progress } from '#shared/model/schemas.ts'
import { afterPreview, failed, type Incoming, incoming, leftOver, tokensOf } from './importing.ts'

export type IncomingFiles = {
  items: Incoming[]
  /** The running import's state; null: none runs. */
  progress: Progress | null
  take: (files: readonly File[]) => void
  /** Reads a file again in another way. */
  reread: (key: string, options: ReadingOptions) => void
  /** Another name or kind: the reading stays. */
  rename: (key: string, options: ReadingOptions) => void
  drop: (key: string) => void
  run: () => Promise<void>
  cancel: () => void
  /** Gives up all that is not imported. */
  clear: () => void
}

/** The files between being picked and being documents. */
export function useIncoming(): IncomingFiles {
  const { client } = useConnection()
  const [items, setItems] = useState<Incoming[]>([])
  const [progress, setProgress] = useState<Progress | null>(null)
  const running = useRef<AbortController | null>(null)
  const lastKey = useRef(0)

  const put = useCallback((item: Incoming) => setItems((all) => all.map((other) => (other.key === item.key ? item : other))), [])

  const take = useCallback(
    async (files: readonly File[]) => {
      const coming = files.map((file) => ({ file, item: incoming(`file-${++lastKey.current}`, file) }))
      setItems((all) => [...all, ...coming.map(({ item }) => item)])
      // One after the other: the engine reads one file at a time anyway, and the first is there to look at soonest.
      for (const { file, item } of coming) {
        if (item.state !== 'reading') continue
        try {
          put(afterPreview(item, await client.documents.preview({ file })))
        } catch (error) {
          put(failed(item, problemOf(error)))
        }
      }
    },
    [client, put],
  )

  const reread = useEffectEvent(async (key: string, options: ReadingOptions) => {
    const item = items.find((other) => other.key === key)
    if (item?.state !== 'ready') return
    const wanted = { ...item, options }
    put(wanted)
    try {
      put(afterPreview(wanted, await client.documents.previewAgain({ token: item.token, options })))
    } catch (error) {
      put(item)
      tellProblem(error)
    }
  })

  const forget = (gone: readonly Incoming[]) => {
    const tokens = tokensOf(gone)
    if (tokens.length > 0) client.documents.dropPreviews({ tokens }).catch(tellProblem)
  }

  const run = async () => {
    const sent = items.filter((item) => item.state === 'ready')
    const going = new AbortController()
    running.current = going
    setProgress({ done: 0, total: sent.length, label: '' })
    try {
      const before = (await client.documents.list()).length
      const results = await importAll(sent, going.signal).catch(async (error) => {
        if (!going.signal.aborted) throw error
        await tellCancelled(sent, before)
        return null
      })
      if (!results) return
      setItems((all) => [...all.filter((item) => item.state === 'bad'), ...leftOver(sent, results)])
      tellImported(results)
    } catch (error) {
      tellProblem(error)
    } finally {
      running.current = null
      setProgress(null)
    }
  }

  const importAll = async (sent: readonly Extract<Incoming, { state: 'ready' }>[], signal: AbortSignal): Promise<FileResult[]> => {
    const files = sent.map(({ token, options }) => ({ token, options }))
    const events = await client.documents.importFiles({ files }, { signal })
    let next = await events.next()
    while (!next.done) {
      setProgress(next.value)
      next = await events.next()
    }
    return next.value
  }

  /** Those that came in before stay; of the others nothing is kept. */
  const tellCancelled = async (sent: readonly Incoming[], before: number) => {
    const imported = (await client.documents.list()).length - before
    forget(sent)
    setItems((all) => all.filter((item) => item.state === 'bad'))
    toast({
      id: 'history',
      message: t`Import cancelled: ${imported} of ${plural(sent.length, { one: '# file', other: '# files' })} came in.`,
      ...(imported > 0 && { action: undoImport(imported) }),
    })
  }

  const undoImport = (times: number) => ({
    label: t`Undo`,
    run: () =>
      void undoTimes(client, 'document.import', times).then(
        (undone) => toast({ id: 'history', message: plural(undone, { one: 'Took # document back out', other: 'Took # documents back out' }) }),
        tellProblem,
      ),
  })

  const tellImported = (results: readonly FileResult[]) => {
    const imported = results.filter((result) => result.ok)
    if (imported.length === 0) return
    openDocument(imported[0]!.documentId)
    toast({
      id: 'history',
      message: plural(imported.length, { one: 'Imported # document', other: 'Imported # documents' }),
      action: undoImport(imported.length),
    })
  }

  return {
    items,
    progress,
    take,
    reread: (key, options) => void reread(key, options),
    rename: (key, options) => setItems((all) => all.map((item) => (item.key === key ? { ...item, options } : item))),
    drop: (key) => {
      forget(items.filter((item) => item.key === key))
      setItems((all) => all.filter((item) => item.key !== key))
    },
    run,
    cancel: () => running.current?.abort(),
    clear: () => {
      running.current?.abort()
      forget(items)
      setItems([])
    },
  }
}
