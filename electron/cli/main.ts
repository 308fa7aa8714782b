import { CommanderError } from 'commander'
import { problemOf } from '#electron/shell/problemOf.ts'
import { sayProblem } from './problems.ts'
import { buildProgram } from './program.ts'
import { Failed, say, Usage } from './refusals.ts'

/** Runs one command line. Exit status: 0 done, 1 could not, 2 wrong usage. */
export async function main(argv: readonly string[]): Promise<void> {
  survivePipes()
  try {
    await buildProgram().parseAsync(argv, { from: 'user' })
  } catch (error) {
    process.exitCode = refuse(error)
  }
}

function refuse(error: unknown): number {
  // Commander has said what is wrong, or shown its help, already.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
  if (error instanceof Failed) return 1
  if (error instanceof Usage) {
    say(error.message)
    return 2
  }
  say(sayProblem(problemOf(error)))
  return 1
}

/** Whoever reads may stop early (`| head`): then there is nobody left to write to, which is no fault. */
function survivePipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') process.exit(0)
      throw error
    })
  }
}
