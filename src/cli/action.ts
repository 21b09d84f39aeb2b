import { main } from './main.ts'

interface RunnerProcess {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: { write(text: string): unknown }
  readonly stderr: { write(text: string): unknown }
  cwd(): string
  exitCode?: number | string | null | undefined
}

/**
 * The GitHub Action: the same program, with annotations for output. Inputs come from the environment alone, so nothing
 * of them ever meets a shell.
 */
export async function runAction(runner: RunnerProcess): Promise<void> {
  const { env } = runner
  const input = (name: string): string => (env[`INPUT_${name}`] ?? '').trim()
  const paths = input('PATHS')
    .split('\n')
    .map((path) => path.trim())
  const flags = [
    ...(input('HOST') === '' ? [] : ['--host', input('HOST')]),
    ...(input('FAIL-ON') === '' ? [] : ['--fail-on', input('FAIL-ON')]),
  ]
  runner.exitCode = await main({
    // After `--` nothing is a flag, whatever a path is called.
    argv: ['--format', 'github', ...flags, '--', ...paths.filter((path) => path !== '')],
    cwd: runner.cwd(),
    variables: env,
    stdout: runner.stdout,
    stderr: runner.stderr,
  })
}
