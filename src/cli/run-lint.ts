import { isAtLeast, type Severity } from '../core/diagnostic.ts'
import { countDiagnostics, type Report } from '../core/report.ts'
import type { FileSystem } from '../io/file-system.ts'
import { type FormatName, isForMachines } from '../reporters/index.ts'
import { safeText } from '../reporters/safe-text.ts'
import type { BaselineFlags } from './baseline.ts'
import { type ColorChoice, type Environment, exitCodes, isHook, UsageError, wantsColor } from './environment.ts'
import { type FixFlags, fixLevel } from './fix-flags.ts'
import type { InputFlags, LintInput } from './lint-input.ts'
import { lintOrFix } from './lint-or-fix.ts'
import { type CommonFlags, checkHosts, type LoadedSettings, loadSettings } from './load-settings.ts'
import type { OutputFile } from './outputs.ts'
import { renderReport } from './print-report.ts'
import { progressLine } from './progress-line.ts'
import type { FixRun } from './run-fix.ts'
import { sayPassedOver, sayUnmatched } from './say-unmatched.ts'
import type { Timing } from './timing.ts'
import type { Watching } from './watch.ts'

export interface LintFlags extends CommonFlags, InputFlags, BaselineFlags, FixFlags {
  readonly format: FormatName
  readonly output?: readonly OutputFile[]
  readonly maxWarnings?: number
  readonly failOn: Severity | 'never'
  readonly quiet?: boolean
  readonly info?: boolean
  readonly color: ColorChoice
  readonly listFiles?: boolean
  readonly timing?: boolean
  readonly stats?: boolean
  readonly errorOnUnmatchedPattern: boolean
  /** Heed comments in the files that silence findings? */
  readonly inline: boolean
  /** Run again whenever something changes? */
  readonly watch?: boolean
}

/** What holds where no flag says otherwise. */
export const lintDefaults: LintFlags = {
  format: 'pretty',
  failOn: 'error',
  color: 'auto',
  errorOnUnmatchedPattern: true,
  inline: true,
}

/** What is done once cannot be done again and again. */
function besideWatch(flags: LintFlags): string | undefined {
  if (flags.updateBaseline === true) return '--update-baseline'
  if (fixLevel(flags) !== undefined) return '--fix'
  return flags.stdin === true ? '--stdin' : undefined
}

/** `agent-lint [paths…]`: lints, prints, and gives the exit code; as one run of many where it is `watching`. */
export async function runLint(
  environment: Environment,
  paths: readonly string[],
  flags: LintFlags,
  watching?: Watching,
): Promise<number> {
  if (flags.watch === true && watching === undefined) {
    const other = besideWatch(flags)
    if (other !== undefined) throw new UsageError(`--watch and ${other} do not go together`)
    const { watch } = await import('./watch.ts')
    return watch(environment, (run) => runLint(environment, paths, flags, run))
  }
  const timing = flags.timing === true ? (await import('./timing.ts')).startTiming() : undefined
  const host = checkHosts(flags.host)
  const level = fixLevel(flags)
  const settings = await loadSettings(environment, flags, aboutOf(paths, flags))
  if (settings === undefined) return exitCodes.failure
  timing?.done('configuration')
  const input = await inputOf(environment, settings, paths, flags)
  const fs = timing?.watch(input.fs) ?? input.fs
  const line = progressLine(environment, () => performance.now())
  const { inline } = flags
  const seen = { inline, progress: line?.progress, memory: watching?.memory, rules: timing?.rules }
  const run = { ...settings, ...input, fs, host, ...seen }
  const outcome = await lintOrFix(environment, { ...settings, fs }, run, level, flags)
  line?.clear()
  timing?.done('linting')
  const { report } = outcome
  const unmatched = await missing(environment, outcome, paths, flags)
  watching?.sees(settings, report)
  environment.reported?.(settings, report)
  if (unmatched === undefined) return exitCodes.clean
  const isUnmatched =
    flags.errorOnUnmatchedPattern && (await sayUnmatched(environment, unmatched, report, paths, settings))
  sayPassedOver(environment, report, aboutOf(paths, flags))
  return tell(environment, input.fs, { ...outcome, failed: isUnmatched || outcome.failed }, flags, timing)
}

/** The paths that lead to the configuration. */
const aboutOf = (paths: readonly string[], { stdinFilename }: LintFlags): readonly string[] =>
  paths.length === 0 && stdinFilename !== undefined ? [stdinFilename] : paths

/** Prints what was asked for, and gives the exit code. */
async function tell(
  environment: Environment,
  fs: FileSystem,
  { report, diff, failed }: FixRun,
  flags: LintFlags,
  timing: Timing | undefined,
): Promise<number> {
  const isUnreadable = report.unreadable.length > 0
  if (diff !== undefined) return printDiff(environment, diff, failed || isUnreadable)
  if (flags.listFiles === true) return listFiles(environment, report)
  const isEmpty = report.fleets.length === 0 && !isUnreadable
  const told = failed ? { ...report, isIncomplete: true } : report
  if (!isEmpty || isForMachines(flags.format)) await print(environment, fs, told, flags)
  const isWritten = await write(environment, fs, told, flags)
  timing?.done('printing')
  if (flags.stats === true) (await import('./stats.ts')).printStats(environment, report)
  timing?.print(environment)
  return failed || !isWritten || isUnreadable ? exitCodes.failure : verdict(report, flags)
}

function printDiff({ stdout }: Environment, diff: string, failed: boolean): number {
  stdout.write(diff)
  if (failed) return exitCodes.failure
  return diff === '' ? exitCodes.clean : exitCodes.findings
}

/** Most runs read what lies on the disk, and are about all of it. */
async function inputOf(
  environment: Environment,
  settings: LoadedSettings,
  paths: readonly string[],
  flags: LintFlags,
): Promise<LintInput> {
  const { staged, changed, trackedOnly, stdin, stdinFilename } = flags
  const isPlain = [staged, changed, trackedOnly, stdin, stdinFilename].every((flag) => flag === undefined)
  if (isPlain && !isHook(environment)) return { fs: settings.fs, paths }
  const { readInput } = await import('./lint-input.ts')
  return readInput(environment, settings, paths, flags)
}

/**
 * The paths that match nothing. A commit may have taken the last agent away, and that must not fail it and every one
 * after it: undefined where it did, and there is nothing to lint.
 */
async function missing(
  environment: Environment,
  { report, unmatched }: { readonly report: Report; readonly unmatched: readonly string[] },
  paths: readonly string[],
  { staged }: LintFlags,
): Promise<readonly string[] | undefined> {
  const isCommit = staged === true || isHook(environment)
  const isEmpty = report.fleets.length === 0 && report.unreadable.length === 0
  if (!isCommit || (unmatched.length === 0 && !isEmpty)) return unmatched
  const { stillMissing } = await import('./no-agents.ts')
  return stillMissing(environment, { paths, unmatched, isEmpty })
}

async function print(environment: Environment, fs: FileSystem, report: Report, flags: LintFlags): Promise<void> {
  const color = wantsColor(flags.color, environment, environment.stdout)
  environment.stdout.write(await renderReport(environment, fs, report, flags.format, color, flags))
  const outside = report.outsideFocus ?? 0
  // The format for people has it in its last line.
  if (outside > 0 && flags.format !== 'pretty') environment.stderr.write(`${outside} more outside of the focus\n`)
}

/** Are the files that the user asked for written? */
async function write(environment: Environment, fs: FileSystem, report: Report, flags: LintFlags): Promise<boolean> {
  if (flags.output === undefined) return true
  const { writeOutputs } = await import('./write-outputs.ts')
  return writeOutputs(environment, fs, report, flags.output, flags)
}

function listFiles({ stdout }: Environment, report: Report): number {
  for (const { root, host, hostFrom, files } of report.fleets) {
    stdout.write(`${safeText(root)} (${host}, ${hostFrom})\n`)
    for (const path of files) stdout.write(`  ${safeText(path)}\n`)
  }
  if (report.passedOver.length > 0) stdout.write('passed over\n')
  for (const { path, why } of report.passedOver) stdout.write(`  ${safeText(path)}: ${safeText(why)}\n`)
  return report.fleets.length === 0 ? exitCodes.failure : exitCodes.clean
}

function verdict(report: Report, flags: LintFlags): number {
  const { failOn, maxWarnings } = flags
  const fails = failOn !== 'never' && report.diagnostics.some(({ severity }) => isAtLeast(severity, failOn))
  const tooMany = maxWarnings !== undefined && countDiagnostics(report.diagnostics).warnings > maxWarnings
  return fails || tooMany ? exitCodes.findings : exitCodes.clean
}
