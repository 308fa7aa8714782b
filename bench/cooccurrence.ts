import { userInfo } from 'node:os'
import { fileURLToPath } from 'node:url'
import { engineClient } from '#electron/shell/engineClient.ts'
import { startEngineWorker } from '#engine/start.ts'
import { type Figure, figure } from './figures.ts'
import { largeStudy, makeStudy } from './study.ts'

/** The matrix of 100,000 codings through the contract and a worker's port: as first asked, and again after one more coding. */
export async function benchCooccurrence(runs: number): Promise<Record<string, Figure>> {
  const study = await makeStudy(largeStudy)
  const cold: number[] = []
  const afterOne: number[] = []
  const added: number[] = []
  const memory: number[] = []
  for (let run = 0; run < runs; run++) {
    const worker = startEngineWorker({
      kind: 'browser',
      version: '0',
      migrationsFolder: fileURLToPath(new URL('../migrations', import.meta.url)),
      sampleFolder: fileURLToPath(new URL('../samples/equity', import.meta.url)),
      dataFolder: study.folder,
      projectsFolder: study.folder,
      userName: userInfo().username,
    })
    const { client, close } = engineClient(worker.connect)
    await worker.openFile(study.file)
    const documents = await client.documents.list()
    const codes = (await client.codebook.list()).filter((code) => code.codable)

    cold.push(await timed(() => client.analysis.cooccurrence({})))
    for (let n = 0; n < 10; n++) {
      const documentId = documents[(run * 10 + n) % documents.length]!.id
      const coding = { documentId, codeId: codes[n]!.id, start: 100 + run, end: 180 + n }
      added.push(await timed(() => client.codings.add({ codings: [coding], merge: false })))
      afterOne.push(await timed(() => client.analysis.cooccurrence({})))
    }
    memory.push(process.memoryUsage().rss / 2 ** 20)
    close()
    await worker.close()
  }
  study.remove()
  return {
    cold: figure(cold, 'ms', 150),
    afterOneCoding: figure(afterOne, 'ms', 10),
    addOneCoding: figure(added, 'ms'),
    processMemory: figure(memory, 'MB'),
  }
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
