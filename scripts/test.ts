import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from '#electron/shell/places.ts'
import { type Count, countOfPlaywright, countOfVitest, ofCheck, type PlaywrightReport, sum, type VitestReport } from './counts.ts'
import { browserForTests } from './testBrowser.ts'

/** `npm test`: types, style, units, then the app in a browser; the last line sums them up, and any failure is the exit status. */

const layers = ['shared', 'electron/engine', 'electron', 'electron/preload', 'renderer', 'e2e', 'bench']
const reports = join(root, 'test-results', 'reports')
const env = { ...process.env, PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter) }

/** Whether the tool ended well; its words are shown as they come. A tool is its script in node_modules, run by this same Node. */
function run(title: string, script: string, args: string[], extra: NodeJS.ProcessEnv = {}): boolean {
  console.log(`\n— ${title}`)
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'inherit', env: { ...env, ...extra } })
  return status === 0
}

function reportAt<Report>(file: string): Report | null {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Report) : null
}

function checkTypes(): Count {
  return ofCheck(layers.map((layer) => run(`types: ${layer}`, 'node_modules/typescript/bin/tsc', ['-p', layer])).every(Boolean))
}

function checkStyle(): Count {
  return ofCheck(run('style and layers', 'node_modules/@biomejs/biome/bin/biome', ['check', '.']))
}

function runUnits(): Count {
  const file = join(reports, 'vitest.json')
  const passed = run('units', 'node_modules/vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return countOfVitest(reportAt<VitestReport>(file), passed)
}

async function runInBrowser(): Promise<Count> {
  const browser = await browserForTests()
  if ('missing' in browser) {
    console.log(`\nskipped: the tests in a browser, because there is ${browser.missing}`)
    return { passed: 0, failed: 0, skipped: Math.max(1, sum([playwright('listed', ['--list'])]).passed) }
  }
  if (!run('build', 'scripts/build.ts', [])) return ofCheck(false)
  return playwright('run', [], { EMIC_BROWSER: browser.executable })
}

function playwright(name: string, args: string[], extra: NodeJS.ProcessEnv = {}): Count {
  const file = join(reports, `playwright-${name}.json`)
  const passed = run(`in the browser (${name})`, 'node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json', ...args], {
    ...extra,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  })
  return countOfPlaywright(reportAt<PlaywrightReport>(file), passed)
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const total = sum([checkTypes(), checkStyle(), runUnits(), await runInBrowser()])
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1
