import { execFile } from 'node:child_process'
import { copyFileSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** For a file in each layer: what it may not import and what it may. */
const rules: { file: string; forbidden: string[]; allowed: string[] }[] = [
  {
    file: 'shared/model/sample.ts',
    forbidden: [
      'react',
      'node:fs',
      'electron',
      'better-sqlite3',
      '@orpc/server',
      '#engine/base.ts',
      '#renderer/ui/index.ts',
      '../../electron/engine/base.ts',
    ],
    allowed: ['zod', '@orpc/contract', './problem.ts', '../text/edits.ts'],
  },
  {
    file: 'renderer/codebook/sample.tsx',
    forbidden: [
      '#engine/base.ts',
      '#electron/main/menu.ts',
      'node:fs',
      'electron',
      'electron/renderer',
      'better-sqlite3',
      '@orpc/server',
      '@orpc/server/message-port',
      '../themes/index.ts',
      '../../shared/model/problem.ts',
      '#renderer/themes/ThemeCard.tsx',
    ],
    allowed: [
      'react',
      '#shared/model/problem.ts',
      '#renderer/themes/index.ts',
      '#renderer/ui/Button.tsx',
      '#renderer/connection/api.ts',
      './Tree.tsx',
    ],
  },
  {
    file: 'electron/engine/themes/sample.ts',
    forbidden: [
      'electron',
      'electron/main',
      '#electron/main/menu.ts',
      '#renderer/ui/index.ts',
      'react',
      '../../../shared/model/problem.ts',
      '../../../renderer/ui/index.ts',
      '@orpc/client/websocket',
    ],
    allowed: ['node:fs', 'better-sqlite3', '@orpc/server', '#shared/model/problem.ts', '../storage/project.ts', './queries.ts'],
  },
  {
    file: 'electron/engine/analysis/sample.ts',
    forbidden: ['node:fs', 'better-sqlite3', '../storage/project.ts', '../codings/rules.ts', '@orpc/server', 'electron'],
    allowed: ['#shared/contract/analysis.ts', './cells.ts'],
  },
  { file: 'electron/engine/analysis/queries.ts', forbidden: [], allowed: ['better-sqlite3'] },
  {
    file: 'electron/main/sample.ts',
    forbidden: ['#renderer/ui/index.ts', '../../renderer/ui/index.ts', 'better-sqlite3'],
    allowed: ['electron', '#engine/start.ts', '#electron/shell/places.ts', '#shared/model/problem.ts', './menu.ts'],
  },
  {
    file: 'electron/preload/sample.ts',
    forbidden: ['#renderer/ui/index.ts', 'better-sqlite3'],
    allowed: ['electron', '#electron/shell/channels.ts'],
  },
  ...['electron/shell/sample.ts', 'electron/loopback/sample.ts', 'electron/cli/sample.ts'].map((file) => ({
    file,
    forbidden: ['electron', 'electron/main', '#renderer/ui/index.ts', 'better-sqlite3'],
    allowed: ['node:http', '#engine/start.ts', '#shared/model/problem.ts'],
  })),
  ...['scripts/sample.ts', 'bench/sample.ts', 'e2e/journeys/sample.ts'].map((file) => ({
    file,
    forbidden: ['electron', 'electron/main'],
    allowed: ['node:fs', '#electron/loopback/serve.ts'],
  })),
]

type Diagnostic = { category: string; location: { path: string } }

/** One file for each import, whose place says the layer; a rule about one name has only that file to try. */
const triesOf = ({ file, forbidden, allowed }: (typeof rules)[number]) =>
  [...forbidden, ...allowed].map((name, index) => ({
    name,
    file: file.includes('sample') ? file.replace('sample', `sample-${index}`) : file,
    allowed: allowed.includes(name),
  }))

let folder: string
let refused: Set<string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'emic-layers-'))
  for (const settings of ['biome.json', '.gitignore']) copyFileSync(join(root, settings), join(folder, settings))
  for (const { file, name } of rules.flatMap(triesOf)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), `import * as tried from '${name}'\n\nexport const use = tried\n`)
  }
  const restricted = (await lint(folder)).filter(({ category }) => category === 'lint/style/noRestrictedImports')
  refused = new Set(restricted.map(({ location }) => location.path.replaceAll('\\', '/')))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function lint(cwd: string): Promise<Diagnostic[]> {
  const args = [join(root, 'node_modules/@biomejs/biome/bin/biome'), 'lint', '--reporter=json', '--max-diagnostics=none', '.']
  const out = await new Promise<string>((resolve) => execFile(process.execPath, args, { cwd, maxBuffer: 1e8 }, (_, stdout) => resolve(stdout)))
  return (JSON.parse(out) as { diagnostics: Diagnostic[] }).diagnostics
}

describe.each(rules)('a file like $file', (rule) => {
  it.each(triesOf(rule))('importing $name: allowed $allowed', ({ file, allowed }) => {
    expect(!refused.has(file)).toBe(allowed)
  })
})

const sources = globSync(['{shared,electron,renderer,scripts,bench}/**/*.{ts,tsx}', 'e2e/journeys/**/*.ts'], { cwd: root })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !/\.test\.tsx?$|\/testing(\/|\.ts$)/.test(file))
const naming = (pattern: RegExp) => sources.filter((file) => pattern.test(readFileSync(join(root, file), 'utf8')))

it('SQL is prepared in storage and in queries only', () => {
  const places = naming(/\.prepare\s*[<(]/)
  expect(places.length).toBeGreaterThan(3)
  expect(places.filter((file) => !file.startsWith('electron/engine/storage/') && !file.endsWith('/queries.ts'))).toEqual([])
})

it('electron is imported by the desktop shell and its preload script only', () => {
  const places = naming(/(from|import|require)\s*\(?\s*['"]electron(\/[a-z]+)?['"]/)
  expect(places).toContain('electron/preload/preload.ts')
  expect(places.filter((file) => !/^electron\/(main|preload)\//.test(file))).toEqual([])
})
