import { pathOf } from '../opening.ts'
import { write } from '../output.ts'

/** Serves until it is interrupted. */
export async function serveApp(file: string | undefined, options: { port?: number }): Promise<void> {
  const { serve } = await import('#electron/loopback/serve.ts')
  const served = await serve({ file: file === undefined ? undefined : pathOf(file), port: options.port })
  write(served.url)
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve())
  })
  await served.close()
}
