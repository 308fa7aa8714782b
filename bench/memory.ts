import { readFileSync } from 'node:fs'

/** Resident memory of a process in MB (2^20 bytes); null where the system does not tell (only Linux does, in /proc). */
export function residentMegabytes(pid: number): number | null {
  try {
    return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return null
  }
}
