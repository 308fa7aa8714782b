import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { root } from '#electron/shell/places.ts'
import { findChromium, sandboxFlags } from './browsers.ts'

export type TestBrowser = { executable: string } | { missing: string }

/** A browser for the tests in a page: the machine's own, else Playwright's, else Debian's; else what to install. */
export async function browserForTests(): Promise<TestBrowser> {
  const found = findChromium()
  if (found && (await starts(found))) return { executable: found }
  const ways = [fetchPlaywrights, installDebians]
  for (const way of ways) {
    const executable = way()
    if (executable && (await starts(executable))) return { executable }
  }
  return { missing: 'no browser: install Chrome, Chromium or Edge (Debian: apt-get install chromium fonts-noto-cjk), then run npm test again' }
}

async function starts(executablePath: string): Promise<boolean> {
  try {
    const browser = await chromium.launch({ executablePath, args: sandboxFlags(), timeout: 20_000 })
    await browser.close()
    return true
  } catch (error) {
    console.log(`${executablePath} does not start: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`)
    return false
  }
}

function fetchPlaywrights(): string | null {
  const executable = chromium.executablePath()
  if (existsSync(executable)) return executable
  console.log('No browser found: fetching one for the tests …')
  spawnSync(process.execPath, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'], { stdio: 'inherit', timeout: 240_000 })
  return existsSync(executable) ? executable : null
}

function installDebians(): string | null {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return null
  console.log('Installing Debian’s Chromium for the tests …')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update'], { stdio: 'inherit', env, timeout: 120_000 })
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], { stdio: 'inherit', env, timeout: 300_000 })
  return findChromium()
}
