import { globSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Configuration } from 'app-builder-lib'
import * as fileMatcher from 'app-builder-lib/out/fileMatcher.js'
import { getConfig, validateConfiguration } from 'app-builder-lib/out/util/config/config.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { root } from '#electron/shell/places.ts'

/** What would be packed, by electron-builder's own rules over the files that lie here and those that a build makes. */

const built = [
  'dist/main/main.js',
  'dist/preload/preload.cjs',
  'dist/engine/worker.js',
  'dist/engine/docx-1a2b.js',
  'dist/renderer/index.html',
  'dist/renderer/assets/index-1a2b.js',
  'dist/loopback/serve.js',
  'dist/cli/emic.js',
  'dist/stamps.json',
  'release/Emic.AppImage',
  'test-results/reports/vitest.json',
]
const sources = globSync('{.ci,bench,build,docs,e2e,electron,migrations,renderer,samples,scripts,shared}/**/*', {
  cwd: root,
  withFileTypes: false,
}).concat(globSync('*', { cwd: root }))
const platforms = { linux: 'linux', mac: 'darwin', win: 'win32' } as const

let config: Configuration

beforeAll(async () => {
  config = await getConfig(root, 'electron-builder.yml', null)
})

const isFile = (file: string) => statSync(join(root, file), { throwIfNoEntry: false })?.isFile() ?? true
const fileStat = { isDirectory: () => false } as Stats

type Expand = (pattern: string) => string
type Info = { config: Configuration; projectDir: string; buildResourcesDir: string; debugLogger: { isEnabled: boolean } }

/** electron-builder's own choice of files, which it exports but does not declare. `info` is what it looks at of its packager. */
const { getMainFileMatchers, getNodeModuleFileMatcher } = fileMatcher as unknown as {
  getMainFileMatchers(app: string, to: string, expand: Expand, options: object, packager: { info: Info }, out: string, compile: boolean): Matcher[]
  getNodeModuleFileMatcher(app: string, to: string, expand: Expand, options: object, info: Info): Matcher
}
type Matcher = InstanceType<typeof fileMatcher.FileMatcher>

function packedFor(platform: keyof typeof platforms, arch = 'x64') {
  const macros: Record<string, string> = { platform: platforms[platform], arch }
  const expand = (pattern: string) => pattern.replace(/\$\{(\w+)\}/g, (macro, name: string) => macros[name] ?? macro)
  const options = config[platform] ?? {}
  const info: Info = { config, projectDir: root, buildResourcesDir: 'build', debugLogger: { isEnabled: false } }
  const main = getMainFileMatchers(root, '/app', expand, options, { info }, join(root, 'release'), false)
  const modules = getNodeModuleFileMatcher(root, '/app', expand, options, info)
  const mainFilters = main.map((matcher) => matcher.createFilter())
  const moduleFilter = modules.createFilter()
  return {
    has: (file: string) => mainFilters.some((filter) => filter(join(root, file), fileStat)),
    hasModule: (file: string) => moduleFilter(join(root, file), fileStat),
  }
}

describe.each(Object.keys(platforms) as (keyof typeof platforms)[])('a package for %s', (platform) => {
  it('holds the page, the shell, the engine, its migrations and the sample study', () => {
    const { has } = packedFor(platform)
    const samples = sources.filter((file) => file.startsWith('samples/') && isFile(file))
    expect(samples.length).toBeGreaterThan(5)
    const needed = [
      ...built.filter((file) => /^dist\/(main|preload|engine|renderer)\//.test(file)),
      'package.json',
      'migrations/0001_project.sql',
      ...samples,
    ]
    expect(needed.filter((file) => !has(file))).toEqual([])
  })

  it('holds no loopback host, no command line, no tests, no sources', () => {
    const { has } = packedFor(platform)
    const packed = [...built, ...sources].filter((file) => isFile(file) && has(file))
    expect(packed.filter((file) => !/^(dist\/(main|preload|engine|renderer)|migrations|samples)\/|^(package\.json|LICENSE)$/.test(file))).toEqual([])
  })

  it.each(['x64', 'arm64'])('for %s holds one library, with the one binary that fits', (arch) => {
    const { hasModule } = packedFor(platform, arch)
    const binaries = globSync('node_modules/better-sqlite3/prebuilds/*.node', { cwd: root })
    expect(binaries.filter(hasModule)).toEqual([`node_modules/better-sqlite3/prebuilds/${platforms[platform]}-${arch}.node`])
    expect(hasModule('node_modules/better-sqlite3/lib/index.js')).toBe(true)
    const others = globSync('node_modules/{*,@*/*}/package.json', { cwd: root }).filter((file) => !file.includes('/better-sqlite3/'))
    expect(others.filter(hasModule)).toEqual([])
    expect(globSync('node_modules/better-sqlite3/{deps,src}/**/*.{c,cpp,h,hpp,sh}', { cwd: root }).filter(hasModule)).toEqual([])
  })
})

describe('the settings', () => {
  it('are what electron-builder understands', async () => {
    await expect(validateConfiguration(config, { isEnabled: false } as never)).resolves.not.toThrow()
  }, 120_000)

  it('blow the fuses that would let Electron be used for something else', () => {
    expect(config.electronFuses).toMatchObject({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
    })
  })

  it('make Emic the program for its projects, on every system', () => {
    expect(config.appId).toBe('org.emic.app')
    expect(config.fileAssociations).toMatchObject([{ ext: 'emic' }])
    expect([config.linux?.target, config.mac?.target, config.win?.target]).toEqual([['AppImage', 'deb'], ['dmg'], ['nsis']])
  })

  it('leave binaries where the system can load them', () => {
    expect(config.asarUnpack).toEqual(['node_modules/better-sqlite3/prebuilds/*.node'])
    expect(config.npmRebuild).toBe(false)
  })
})
