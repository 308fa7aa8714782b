import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '#engine/engine.ts'
import { createProjectFile } from '#engine/projects/files.ts'
import { testResources } from '#engine/testing.ts'
import { transcript } from './corpus.ts'
import { type Figure, figure } from './figures.ts'
import { importFiles, silentHost } from './study.ts'

const texts = 400
const words = 5000

/** 400 texts of 5,000 words, read with their speakers and written, each in a transaction of its own. */
export async function benchImport(runs: number): Promise<Record<string, Figure>> {
  const files = Array.from({ length: texts }, (_, seed) => new File([transcript(seed, words).text], `${seed}.txt`))
  const times: number[] = []
  const sizes: number[] = []
  for (let run = 0; run < runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'emic-bench-'))
    const file = join(folder, 'Import.emic')
    const engine = createEngine({ host: silentHost(folder), resources: testResources })
    engine.session.take(createProjectFile(file, 'Import', testResources.migrations))
    const began = performance.now()
    await importFiles(engine.client, files)
    times.push(performance.now() - began)
    engine.close()
    sizes.push(statSync(file).size / 2 ** 20)
    rmSync(folder, { recursive: true, force: true })
  }
  return { import: figure(times, 'ms', 4000), projectSize: figure(sizes, 'MB') }
}
