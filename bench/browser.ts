import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from 'playwright'
import { serve } from '#electron/loopback/serve.ts'
import { findChromium, sandboxFlags } from '../scripts/browsers.ts'
import { residentMegabytes } from './memory.ts'
import type { Study } from './study.ts'

const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run', '--disable-quic']

/** The browser that the benchmarks look through: the machine's Chromium, its window 1280 × 800. */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === null) throw new Error('no Chromium, Chrome or Edge on the PATH: install one to measure the transcript and the start')
  return chromium.launch({ executablePath, args: [...sandboxFlags(), ...quiet] })
}

export type Window = { page: Page; close(): Promise<void> }

/** A study served and opened in a page of its own, at the moment in which its documents are listed. */
export async function openStudy(browser: Browser, study: Study): Promise<Window> {
  // A data folder of its own: no tab is opened again from the time before.
  const dataFolder = mkdtempSync(join(study.folder, 'data-'))
  const served = await serve({ file: study.file, dataFolder, projectsFolder: study.folder, userName: 'Bench' })
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })
  const page = await context.newPage()
  await page.goto(served.url)
  await page.getByRole('tree', { name: 'Documents' }).getByRole('treeitem').nth(1).waitFor()
  return {
    page,
    async close() {
      await context.close()
      await served.close()
    },
  }
}

/** Memory that the page's own process holds once its garbage is collected, in MB, where the system tells (Linux); otherwise null. */
export async function rendererMemory(browser: Browser, page: Page): Promise<number | null> {
  const ofPage = await page.context().newCDPSession(page)
  await ofPage.send('HeapProfiler.collectGarbage')
  await ofPage.detach()
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  const sizes = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => residentMegabytes(id))
  const known = sizes.filter((size) => size !== null)
  return known.length === 0 ? null : Math.max(...known)
}
