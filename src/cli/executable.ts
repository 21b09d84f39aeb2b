import { type DescriptorOutput, descriptorOutput } from '../io/descriptor-output.ts'
import { exitCodes } from './environment.ts'
import { main } from './main.ts'

interface RunningProcess {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: DescriptorOutput & { on(event: 'error', listener: (error: { code?: string }) => void): unknown }
  readonly stderr: DescriptorOutput
  readonly stdin: AsyncIterable<Uint8Array>
  cwd(): string
  exitCode?: number | string | null | undefined
}

/** The executable: the process's arguments and streams in, its exit code out. `pages`: the folder with those of the rules. */
export async function runExecutable(running: RunningProcess, pages?: string): Promise<void> {
  const exitCode = await main({
    argv: running.argv.slice(2),
    cwd: running.cwd(),
    variables: running.env,
    stdout: descriptorOutput(1, () => listeningStdout(running)),
    stderr: descriptorOutput(2, () => running.stderr),
    stdin: () => running.stdin,
    pages,
  })
  // An error of the stream may have come first, and counts more.
  running.exitCode ??= exitCode
}

/** A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours. A full disk is one. */
function listeningStdout(running: RunningProcess): DescriptorOutput {
  running.stdout.on('error', ({ code }) => {
    if (code === 'EPIPE') return
    running.stderr.write(`agent-lint: the output could not be written (${code ?? 'unknown'})\n`)
    running.exitCode = exitCodes.failure
  })
  return running.stdout
}
