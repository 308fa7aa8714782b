import { cpus, loadavg } from 'node:os'
import type { Figure } from './figures.ts'

/** `npm run bench -- NAME [--runs N] [--json]`: measures one of the budgets and prints median and spread. */

const benches: Record<string, { runs: number; load: () => Promise<(runs: number) => Promise<Record<string, Figure>>> }> = {
  import: { runs: 3, load: async () => (await import('./import.ts')).benchImport },
  cooccurrence: { runs: 3, load: async () => (await import('./cooccurrence.ts')).benchCooccurrence },
  transcript: { runs: 3, load: async () => (await import('./transcript.ts')).benchTranscript },
  start: { runs: 5, load: async () => (await import('./start.ts')).benchStart },
}

const [name, ...flags] = process.argv.slice(2)
const bench = name === undefined ? undefined : benches[name]
if (!bench) {
  console.error(`usage: npm run bench -- ${Object.keys(benches).join('|')} [--runs N] [--json]`)
  process.exit(2)
}
const wanted = flags.indexOf('--runs')
const runs = wanted >= 0 ? Number(flags[wanted + 1]) : bench.runs
const figures = await (await bench.load())(runs)
const machine = { cores: cpus().length, node: process.version, load: Math.round(loadavg()[0]! * 100) / 100 }

if (flags.includes('--json')) console.log(JSON.stringify({ bench: name, machine, figures }))
else {
  for (const [label, { median, min, max, unit, target, within }] of Object.entries(figures)) {
    const verdict = target === undefined ? '' : `  target ${target} ${unit}${within ? '' : '  MISSED'}`
    console.log(`${label.padEnd(24)} ${median} ${unit}  (${min} to ${max})${verdict}`)
  }
}
process.exit(0)
