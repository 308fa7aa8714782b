import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { build } from '../scripts/build.ts'
import { launchBrowser } from './browser.ts'
import { type Figure, figure } from './figures.ts'
import { residentMegabytes } from './memory.ts'
import { largeStudy, makeStudy } from './study.ts'

/**
 * From starting the app's process on the large study to a usable window: documents and codes listed, with their counts. The browser
 * is already running, as Electron's own would start beside the engine. `engineMemory` is the host process with the engine in it.
 */
export async function benchStart(runs: number): Promise<Record<string, Figure>> {
  await build()
  const study = await makeStudy(largeStudy)
  const browser = await launchBrowser()
  const times: number[] = []
  const served: number[] = []
  const memory: number[] = []
  for (let run = 0; run < runs; run++) {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' })).newPage()
    const began = performance.now()
    const { child, url } = await startHost(study.file, study.folder)
    served.push(performance.now() - began)
    await page.goto(url)
    await page.getByRole('tree', { name: 'Documents' }).getByRole('treeitem').nth(1).waitFor()
    await page.getByRole('tree', { name: 'Codes' }).getByRole('treeitem').nth(1).waitFor()
    times.push(performance.now() - began)
    const resident = residentMegabytes(child.pid!)
    if (resident !== null) memory.push(resident)
    await page.context().close()
    await new Promise((resolve) => {
      child.once('exit', resolve)
      child.kill('SIGTERM')
    })
  }
  await browser.close()
  study.remove()
  return {
    start: figure(times, 'ms', 1500),
    hostReady: figure(served, 'ms'),
    ...(memory.length > 0 && { engineMemory: figure(memory, 'MB', 200) }),
  }
}

function startHost(file: string, folder: string) {
  const host = fileURLToPath(new URL('../dist/cli/emic.js', import.meta.url))
  const child = spawn(process.execPath, [host, 'serve', file], {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, EMIC_DATA: folder },
  })
  return new Promise<{ child: typeof child; url: string }>((resolve, reject) => {
    child.once('exit', (status) => reject(new Error(`the host ended with status ${status}`)))
    createInterface(child.stdout).on('line', (line) => {
      const url = /http:\/\/\S+/.exec(line)?.[0]
      if (url) resolve({ child, url })
    })
  })
}
