import { readFleets } from '../../composition.ts'
import type { FleetGraph } from '../../core/graph.ts'
import type { Report } from '../../core/report.ts'
import { createNodeFileSystem } from '../../io/node-fs.ts'
import { absolutePath, withSlashes } from '../../io/paths.ts'
import { drawable } from '../drawable.ts'
import { exitCodes, UsageError } from '../environment.ts'
import type { LoadedSettings } from '../load-settings.ts'
import { main } from '../main.ts'
import { type EventChanges, eventChanges } from './changes.ts'
import { appendTo, outputsText } from './command-file.ts'
import { type ActionInputs, readInputs, type Variables } from './inputs.ts'
import { annotationsOf, outputsOf, protectedLog, type Run, summaryOf, uploadNotices } from './render-run.ts'

export interface RunnerProcess {
  readonly env: Variables
  readonly stdout: { write(text: string): unknown }
  cwd(): string
  exitCode?: number | string | null | undefined
}

/**
 * The GitHub Action: the same program, and what it finds as annotations, a summary and outputs. Inputs come from the
 * environment alone, no token is asked for, and nothing is fetched, so a pull request from a fork is like any other.
 */
export async function runAction(runner: RunnerProcess): Promise<void> {
  try {
    await runAndReport(runner)
  } catch (error) {
    // Whatever went wrong here, what was found is not what the job ends with.
    const failure = `internal error: ${error instanceof Error ? error.message : String(error)}`
    const run = { ...noRun(runner), failure }
    runner.stdout.write(annotationsOf(run, runner.env, false))
    appendTo(runner.env.GITHUB_OUTPUT, outputsText(outputsOf(run)))
    runner.exitCode = exitCodes.failure
  }
}

/** What is there before anything was done. */
const noRun = (runner: RunnerProcess): Run => ({
  cwd: withSlashes(runner.cwd()),
  exitCode: exitCodes.failure,
  log: '',
  notices: [],
  graphs: [],
  files: {},
})

async function runAndReport(runner: RunnerProcess): Promise<void> {
  const { env, stdout } = runner
  const { run, inputs } = await runInputs(runner)
  stdout.write(protectedLog(run.log))
  const lost: string[] = []
  const append = (name: string, text: string): void => {
    const why = appendTo(env[name], text)
    if (why !== undefined) lost.push(`${name} could not be written: ${why}`)
  }
  if (inputs?.summary !== false) append('GITHUB_STEP_SUMMARY', summaryOf(run, env))
  append('GITHUB_OUTPUT', outputsText(outputsOf(run)))
  const shown = inputs?.annotations === false ? { ...run, report: undefined } : run
  stdout.write(annotationsOf({ ...shown, notices: [...run.notices, ...lost] }, env, inputs?.summary !== false))
  runner.exitCode = run.exitCode
}

/** Runs what the inputs ask for; inputs that make no sense end like any other wrong use. */
async function runInputs(runner: RunnerProcess): Promise<{ run: Run; inputs?: ActionInputs }> {
  const none = noRun(runner)
  try {
    const inputs = readInputs(runner.env)
    const cwd = absolutePath(none.cwd, withSlashes(inputs.workingDirectory))
    const { kindOf } = createNodeFileSystem(none.cwd)
    if (kindOf(cwd) !== 'directory') throw new UsageError(`working-directory is no folder: ${inputs.workingDirectory}`)
    return { run: await lintAt(runner, cwd, inputs), inputs }
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    const failure = [error.message, error.help].filter(Boolean).join('\n')
    return { run: { ...none, log: `${failure}\n`, failure } }
  }
}

async function lintAt(runner: RunnerProcess, cwd: string, inputs: ActionInputs): Promise<Run> {
  const { env } = runner
  const fs = createNodeFileSystem(cwd)
  const changes = eventChanges(fs, env)
  const seen: { report?: Report; settings?: LoadedSettings } = {}
  let log = ''
  let complaints = ''
  const exitCode = await main({
    argv: argumentsOf(inputs, changes, env),
    cwd,
    // Colour is decided here, and what is said on failure goes where colours mean nothing.
    variables: { ...env, FORCE_COLOR: undefined },
    stdout: { write: (text) => (log += text) },
    stderr: { write: (text) => (complaints += text) },
    reported: (settings, report) => Object.assign(seen, { settings, report }),
  })
  const fallback =
    inputs.changedOnly && !changes.ok ? [`changed-only does not hold, all findings are shown: ${changes.why}`] : []
  const isThere = (path: string): boolean => seen.report !== undefined && fs.kindOf(path) === 'file'
  return {
    cwd,
    exitCode,
    log: complaints + log,
    report: seen.report,
    failure: exitCode === exitCodes.failure && complaints !== '' ? complaints.trim() : undefined,
    notices: [...fallback, ...(inputs.sarifFile === '' ? [] : uploadNotices(seen.report))],
    changed: changes.ok ? changes.files : undefined,
    graphs: inputs.graph && inputs.summary ? await graphsOf(seen.settings, seen.report, inputs) : [],
    files: writtenFiles(inputs, cwd, isThere),
  }
}

/** The reports that were asked for and are there, by the outputs that name them: absolute paths. */
function writtenFiles(
  { sarifFile, jsonFile }: ActionInputs,
  cwd: string,
  isThere: (path: string) => boolean,
): Record<string, string> {
  const asked = Object.entries({ 'sarif-file': sarifFile, 'json-file': jsonFile }).filter(([, path]) => path !== '')
  const absolute = asked.map(([name, path]) => [name, absolutePath(cwd, withSlashes(path))] as const)
  return Object.fromEntries(absolute.filter(([, path]) => isThere(path)))
}

function argumentsOf(inputs: ActionInputs, changes: EventChanges, env: Variables): string[] {
  const { format, sarifFile, jsonFile, flags, paths, changedOnly } = inputs
  const color = (env.NO_COLOR ?? '') === '' ? 'always' : 'never'
  return [
    `--format=${format}`,
    `--color=${color}`,
    ...(sarifFile === '' ? [] : [`--output=sarif=${sarifFile}`]),
    ...(jsonFile === '' ? [] : [`--output=json=${jsonFile}`]),
    ...(changedOnly && changes.ok ? [`--changed=${changes.base}`] : []),
    ...flags,
    // After `--` nothing is a flag, whatever a path is called.
    '--',
    ...paths,
  ]
}

/** The fleets as drawings, where something was found: no other run needs them. */
async function graphsOf(
  settings: LoadedSettings | undefined,
  report: Report | undefined,
  { paths, host }: ActionInputs,
): Promise<readonly FleetGraph[]> {
  if (settings === undefined || report === undefined || report.diagnostics.length === 0) return []
  const { fleets } = await readFleets(settings.fs, { ...settings, paths, host: host === '' ? [] : host.split(',') })
  return fleets.map(drawable)
}
