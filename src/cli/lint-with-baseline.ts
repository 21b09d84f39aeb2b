import { type LintRunRequest, lint } from '../composition.ts'
import { startFolder } from '../config/start-folder.ts'
import type { Severity } from '../core/diagnostic.ts'
import type { LintResult } from '../engine/lint.ts'
import type { FileSystem } from '../io/file-system.ts'
import { type BaselineFlags, loadBaseline } from './baseline.ts'
import type { Environment } from './environment.ts'
import type { LoadedSettings } from './load-settings.ts'

/** `lint`, or the same with fixes. */
type Work<R extends LintResult> = (fs: FileSystem, request: LintRunRequest) => Promise<R>

/** Does the work; where the baseline is to be brought up to date, that comes next, and it holds already. */
export async function lintWithBaseline<R extends LintResult>(
  environment: Environment,
  settings: LoadedSettings,
  run: LintRunRequest & { readonly fs: FileSystem },
  flags: BaselineFlags & { readonly failOn: Severity | 'never' },
  work: Work<R>,
): Promise<R> {
  const baseline = await loadBaseline(settings, flags, startFolder(settings.fs, run.paths))
  const request = { ...run, baseline, strictBaseline: flags.strictBaseline ?? false }
  const result = await work(run.fs, request)
  if (flags.updateBaseline !== true || baseline === undefined || result.report.fleets.length === 0) return result
  const entries = result.nextBaseline(flags.failOn === 'info' ? 'info' : 'warning')
  const { writeBaseline } = await import('./baseline-on-disk.ts')
  const next = { ...request, baseline: writeBaseline(environment, settings.fs, baseline, entries) }
  const last = await lint(run.fs, next)
  const { fixed } = result.report
  return { ...result, ...last, report: fixed === undefined ? last.report : { ...last.report, fixed } }
}
