import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type BuiltRun, folderWith, projectRoot, runBuilt } from './run-built.ts'

/** What the runner makes of a line of a log. */
export interface LogCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

/** Every command that the runner knows by itself. */
const registered = new Set([
  'error',
  'warning',
  'notice',
  'debug',
  'group',
  'endgroup',
  'add-mask',
  'add-path',
  'add-matcher',
  'remove-matcher',
  'echo',
  'set-env',
  'set-output',
  'save-state',
  'stop-commands',
  'internal-set-repo-path',
])

const unescapeData = (text: string): string =>
  text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
const unescapeProperty = (text: string): string => unescapeData(text.replaceAll('%3A', ':').replaceAll('%2C', ','))

/** A line as the runner reads it: blanks before `::` do not count, and the older `##[` may stand anywhere. */
function parseLine(line: string, known: ReadonlySet<string>): LogCommand | undefined {
  const text = line.trimStart()
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1
  if (end !== -1) {
    const [name = '', ...rest] = text.slice(2, end).split(' ')
    if (known.has(name.toLowerCase()) || known.has(name)) {
      const pairs = rest
        .join(' ')
        .trim()
        .split(',')
        .filter((pair) => pair.includes('='))
      const properties = pairs.map((pair) => {
        const sign = pair.indexOf('=')
        return [pair.slice(0, sign).trim(), unescapeProperty(pair.slice(sign + 1))]
      })
      return { command: name, properties: Object.fromEntries(properties), message: unescapeData(text.slice(end + 2)) }
    }
  }
  const old = /##\[([a-z-]+)(?: [^\]]*)?\](.*)/i.exec(line)
  if (old === null || !known.has((old[1] ?? '').toLowerCase())) return undefined
  return { command: old[1] ?? '', properties: {}, message: old[2] ?? '' }
}

/** The commands in a log, as the runner carries them out: none between `stop-commands` and what was agreed to end it. */
export function logCommands(log: string): LogCommand[] {
  const found: LogCommand[] = []
  let end: string | undefined
  for (const line of log.split(/\r\n|\r|\n/)) {
    const command = parseLine(line, new Set([...registered, ...(end === undefined ? [] : [end])]))
    if (end !== undefined) {
      if (command?.command === end) end = undefined
    } else if (command?.command === 'stop-commands') end = command.message
    else if (command !== undefined) found.push(command)
  }
  if (end !== undefined) throw new Error('commands are stopped to the end of the log')
  return found
}

/** The values in a file of outputs, as the runner reads them. */
export function readOutputs(text: string): Record<string, string> {
  const lines = text.split('\n')
  const values: Record<string, string> = {}
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? ''
    if (line === '') continue
    const [name = '', end] = line.split('<<')
    if (end === undefined) throw new Error(`no output: ${line}`)
    const value: string[] = []
    for (i++; lines[i] !== end; i++) {
      if (i >= lines.length) throw new Error(`${name} has no end`)
      value.push(lines[i] ?? '')
    }
    values[name] = value.join('\n')
  }
  return values
}

export interface ActionRun extends BuiltRun {
  readonly cwd: string
  readonly commands: readonly LogCommand[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

export interface FakeJob {
  /** In the workspace, by path. */
  readonly files?: Readonly<Record<string, string>>
  /** A workspace that is there already, in place of `files`. */
  readonly workspace?: string
  readonly inputs?: Readonly<Record<string, string>>
  readonly event?: unknown
  readonly env?: Readonly<Record<string, string>>
}

const built = readFileSync(join(projectRoot, 'dist/action.js'))

/**
 * Runs the built action as a runner does, with everything that it would find there; inputs by their names in `action.yml`.
 * It lies in a folder of its own, because it must need no file beside it.
 */
export function runAction({ files = {}, workspace, inputs = {}, event = {}, env = {} }: FakeJob): ActionRun {
  const cwd = workspace ?? folderWith(files)
  const runner = folderWith({ output: '', summary: '', 'event.json': JSON.stringify(event) })
  const alone = folderWith({ 'action.js': built })
  const given = Object.entries(inputs).map(([name, value]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    value,
  ])
  const run = runBuilt([], {
    cwd,
    program: join(alone, 'action.js'),
    env: {
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_ACTION: '__self',
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_EVENT_PATH: join(runner, 'event.json'),
      GITHUB_OUTPUT: join(runner, 'output'),
      GITHUB_REF: 'refs/pull/1/merge',
      GITHUB_REPOSITORY: 'some-team/some-project',
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_SHA: 'a'.repeat(40),
      GITHUB_STEP_SUMMARY: join(runner, 'summary'),
      GITHUB_WORKSPACE: cwd,
      RUNNER_OS: 'Linux',
      RUNNER_TEMP: runner,
      ...Object.fromEntries(given),
      ...env,
    },
  })
  const read = (name: string): string => readFileSync(join(runner, name), 'utf8')
  const outputs = readOutputs(read('output'))
  return { ...run, cwd, commands: logCommands(run.stdout), outputs, summary: read('summary') }
}
