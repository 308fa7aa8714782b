import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { sayProblem } from '#electron/cli/problems.ts'
import type { serve as Serve } from '#electron/loopback/serve.ts'
import { root } from '#electron/shell/places.ts'
import { problemOf } from '#electron/shell/problemOf.ts'
import { hasDisplay, sandboxFlags } from './browsers.ts'
import { build } from './build.ts'
import { fetchElectron, findElectron } from './electronBinary.ts'
import { openerFor, startOpener } from './openBrowser.ts'

/** `npm start`: the desktop window where it can be had, otherwise the same app in this machine's browser, otherwise its address. */

const usage = 'usage: npm start -- [PROJECT.emic | --sample] [--browser] [--port N]'

type Wishes = { file: string | undefined; sample: boolean; browser: boolean; port: number }

function wishesOf(args: string[]): Wishes {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { browser: { type: 'boolean', default: false }, sample: { type: 'boolean', default: false }, port: { type: 'string', default: '0' } },
  })
  const [named, ...more] = positionals
  const port = Number(values.port)
  if (more.length > 0) throw new Error('name one project')
  if (named !== undefined && values.sample) throw new Error('name a project or ask for --sample, not both')
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new Error(`--port ${values.port} is no port`)
  // npm runs scripts in the project's folder and says where the person stood.
  const file = named === undefined ? undefined : resolve(process.env.INIT_CWD ?? process.cwd(), named)
  if (file !== undefined && !existsSync(file)) throw new Error(`there is no file ${file}`)
  return { file, sample: values.sample, browser: values.browser || port !== 0, port }
}

/** The program of the desktop window, or why it is not to be had. */
async function desktop(wishes: Wishes): Promise<{ file: string } | { reason: string }> {
  if (wishes.browser) return { reason: 'as you wished' }
  if (!hasDisplay()) return { reason: 'there is no display here' }
  const file = findElectron()
  return file ? { file } : fetchElectron()
}

/** Resolves with the exit status, or with a reason where the window never came up: a bare Linux may lack the libraries it needs. */
function runDesktop(program: string, wishes: Wishes): Promise<number | { reason: string }> {
  const args = [root, ...sandboxFlags(), ...(wishes.sample ? ['--sample'] : []), ...(wishes.file === undefined ? [] : [wishes.file])]
  const started = Date.now()
  const child = spawn(program, args, { stdio: 'inherit' })
  const stop = () => child.kill('SIGTERM')
  process.on('SIGINT', stop).on('SIGTERM', stop)
  return new Promise((done) => {
    child.once('error', (error) => done({ reason: error.message }))
    child.once('exit', (status) => {
      process.off('SIGINT', stop).off('SIGTERM', stop)
      const neverCameUp = status !== 0 && status !== null && Date.now() - started < 5000
      done(neverCameUp ? { reason: `it ended at once with status ${status}` } : (status ?? 0))
    })
  })
}

async function runInBrowser(wishes: Wishes): Promise<void> {
  const { serve } = (await import(pathToFileURL(join(root, 'dist', 'loopback', 'serve.js')).href)) as { serve: typeof Serve }
  const served = await serve(wishes)
  const end = () => void served.close().then(() => process.exit(0))
  process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end)

  const opener = hasDisplay() ? openerFor(served.url) : null
  const opened = opener !== null && (await startOpener(opener))
  console.log(opened ? `Emic is open at ${served.url}` : `Open this address in a browser on this machine: ${served.url}`)
  console.log('Ctrl+C closes the project and ends Emic; closing the page does not.')
}

async function start(wishes: Wishes): Promise<void> {
  await build()
  let found = await desktop(wishes)
  if ('file' in found) {
    const ended = await runDesktop(found.file, wishes)
    if (typeof ended === 'number') {
      process.exitCode = ended
      return
    }
    found = ended
  }
  if (!wishes.browser) console.log(`No desktop window (${found.reason}): Emic runs in the browser instead.`)
  await runInBrowser(wishes)
}

try {
  const wishes = wishesOf(process.argv.slice(2))
  await start(wishes)
} catch (error) {
  const problem = problemOf(error)
  console.error(`emic: ${problem.code === 'unexpected' ? problem.params.message : sayProblem(problem)}`)
  if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) console.error(usage)
  process.exitCode = 1
}
