import { safeText } from '../reporters/safe-text.ts'
import { commandNames } from './command-names.ts'
import { type Environment, exitCodes, UsageError } from './environment.ts'
import { lintDefaults, runLint } from './run-lint.ts'

/** Runs one command line. Gives the exit code; throws nothing. */
export async function main(environment: Environment): Promise<number> {
  const { argv } = environment
  try {
    // Nothing but paths needs no parser of command lines, and loading one is a tenth of a small run (measured).
    if (isPathsOnly(argv)) return await runLint(environment, argv, lintDefaults)
    const { runProgram } = await import('./program.ts')
    return await runProgram(environment)
  } catch (error) {
    return explainFailure(environment, error)
  }
}

const isPathsOnly = (argv: readonly string[]): boolean =>
  !argv.some((argument) => argument.startsWith('-')) && !commandNames.includes(argv[0] ?? '')

function explainFailure({ stderr, variables }: Environment, error: unknown): number {
  if (error instanceof UsageError) {
    stderr.write(`agent-lint: ${safeText(error.message)}\n`)
    if (error.help !== undefined) stderr.write(`  ${safeText(error.help)}\n`)
    return exitCodes.failure
  }
  const message = error instanceof Error ? error.message : String(error)
  stderr.write(`agent-lint: internal error: ${safeText(message)}\n`)
  stderr.write('  This is a mistake in agent-lint. Run again with AGENT_LINT_DEBUG=1 to see where, and report it.\n')
  if (variables['AGENT_LINT_DEBUG'] === '1' && error instanceof Error) {
    for (const line of (error.stack ?? '').split('\n')) stderr.write(`${safeText(line)}\n`)
  }
  return exitCodes.failure
}
