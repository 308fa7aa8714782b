#!/usr/bin/env node
// Nothing but this file may be loaded before the version is known: the rest needs what older ones do not have.
const major = Number(process.versions.node.split('.')[0])
if (major < 22) {
  process.stderr.write(`emic: needs Node.js 22 or newer; this is ${process.version}\n`)
  process.exit(1)
}
// Kept beside the system's temporary files: the second start takes half as long.
const { enableCompileCache } = await import('node:module')
enableCompileCache()
const { main } = await import('./main.ts')
await main(process.argv.slice(2))

export {}
