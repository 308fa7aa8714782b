import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '#electron/shell/places.ts'

const folder = join(root, 'node_modules', 'electron')

/** The desktop window's program, or null: the electron package comes without it and fetches it on first use. */
export function findElectron(env: NodeJS.ProcessEnv = process.env): string | null {
  const named = join(folder, 'path.txt')
  if (!existsSync(named)) return null
  const file = join(env.ELECTRON_OVERRIDE_DIST_PATH ?? join(folder, 'dist'), readFileSync(named, 'utf8').trim())
  return existsSync(file) ? file : null
}

export type Fetched = { file: string } | { reason: string }

/** Fetches it with its own installer, progress shown. Whether its host answers is asked first, since the installer waits long for one that does not. */
export async function fetchElectron(env: NodeJS.ProcessEnv = process.env): Promise<Fetched> {
  if (env.ELECTRON_SKIP_BINARY_DOWNLOAD) return { reason: 'ELECTRON_SKIP_BINARY_DOWNLOAD is set' }
  const host = env.ELECTRON_MIRROR || env.npm_config_electron_mirror || 'https://github.com/'
  if (!(await answers(host))) return { reason: `${new URL(host).host} does not answer` }
  console.log('Fetching the desktop window once (about 110 MB) …')
  const problem = await runInstaller()
  const file = findElectron(env)
  return file ? { file } : { reason: problem }
}

async function answers(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(4000) })
    return true
  } catch {
    return false
  }
}

/** Resolves with the first line of what went wrong; empty where all went well. */
function runInstaller(): Promise<string> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [join(folder, 'install.js')], { stdio: ['ignore', 'inherit', 'pipe'] })
    let told = ''
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      told += chunk
      if (chunk.includes('%')) process.stderr.write(chunk)
    })
    child.once('error', (error) => resolve(error.message))
    child.once('close', () => resolve(told.trim().split('\n')[0] || 'its installer failed'))
  })
}
