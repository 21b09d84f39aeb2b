import { type DescriptorOutput, descriptorOutput } from '../io/descriptor-output.ts'
import { main } from './main.ts'

interface RunningProcess {
  readonly argv: readonly string[]
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdout: DescriptorOutput & { on(event: 'error', listener: (error: { code?: string }) => void): unknown }
  readonly stderr: DescriptorOutput
  cwd(): string
  exitCode?: number | string | null | undefined
}

/** The executable: the process's arguments and streams in, its exit code out. */
export async function runExecutable(running: RunningProcess): Promise<void> {
  running.exitCode = await main({
    argv: running.argv.slice(2),
    cwd: running.cwd(),
    variables: running.env,
    stdout: descriptorOutput(1, () => listeningStdout(running)),
    stderr: descriptorOutput(2, () => running.stderr),
  })
}

/** A reader that has seen enough (`| head`) closes the pipe; that is no failure of ours. */
function listeningStdout({ stdout }: RunningProcess): DescriptorOutput {
  stdout.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error
  })
  return stdout
}
