import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build as bundle } from 'rolldown'
import { build as buildPage } from 'vite'
import { root } from '#electron/shell/places.ts'
import { openStamps } from './stamps.ts'

/**
 * Builds the app into dist/: renderer/ (the page), main/ and preload/ (the desktop shell), engine/ (the worker), loopback/ and cli/.
 * Each Node bundle stands alone but for better-sqlite3 and electron; migrations/ and samples/ are read where they lie, beside dist/.
 */

type Bundle = { entry: string; folder: string; file: string; format: 'esm' | 'cjs' }

const bundles: Bundle[] = [
  { entry: 'electron/main/main.ts', folder: 'main', file: 'main.js', format: 'esm' },
  // A sandboxed preload script is loaded by Electron itself, which knows only CommonJS there.
  { entry: 'electron/preload/preload.ts', folder: 'preload', file: 'preload.cjs', format: 'cjs' },
  { entry: 'electron/engine/worker.ts', folder: 'engine', file: 'worker.js', format: 'esm' },
  { entry: 'electron/loopback/serve.ts', folder: 'loopback', file: 'serve.js', format: 'esm' },
  { entry: 'electron/cli/emic.ts', folder: 'cli', file: 'emic.js', format: 'esm' },
]

const pageInputs = ['renderer', 'shared', 'vite.config.ts', 'lingui.config.ts', 'package-lock.json']
const nodeInputs = ['electron', 'shared', 'scripts/build.ts', 'package-lock.json']

/** Builds what is older than its sources; `force` builds all. */
export async function build({ force = false } = {}): Promise<void> {
  const stamps = openStamps(join(root, 'dist', 'stamps.json'), root)
  const page = { name: 'page', inputs: pageInputs, outputs: ['dist/renderer/index.html'], make: makePage }
  const node = { name: 'node', inputs: nodeInputs, outputs: bundles.map(({ folder, file }) => `dist/${folder}/${file}`), make: makeNode }
  for (const { name, inputs, outputs, make } of [node, page]) {
    if (!force && stamps.isCurrent(name, inputs, outputs)) continue
    await make()
    stamps.note(name, inputs)
  }
}

async function makePage(): Promise<void> {
  console.error('Building the page …')
  await buildPage({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
}

async function makeNode(): Promise<void> {
  console.error('Building the engine and its shells …')
  for (const one of bundles) await makeBundle(one)
}

async function makeBundle({ entry, folder, file, format }: Bundle): Promise<void> {
  await bundle({
    input: join(root, entry),
    cwd: root,
    platform: 'node',
    external: ['electron', 'better-sqlite3', 'bufferutil', 'utf-8-validate'],
    logLevel: 'warn',
    output: {
      dir: join(root, 'dist', folder),
      cleanDir: true,
      format,
      entryFileNames: file,
      chunkFileNames: '[name]-[hash].js',
      codeSplitting: format === 'esm',
    },
  })
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) await build({ force: process.argv.includes('--force') })
