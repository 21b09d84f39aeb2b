import { type LintRunRequest, lint } from '../composition.ts'
import { startFolder } from '../config/start-folder.ts'
import type { Severity } from '../core/diagnostic.ts'
import type { LintResult } from '../engine/lint.ts'
import type { FileSystem } from '../io/file-system.ts'
import { type BaselineFlags, loadBaseline } from './baseline.ts'
import type { Environment } from './environment.ts'
import type { LoadedSettings } from './load-settings.ts'

/** Lints; where the baseline is to be brought up to date, that comes first, and it holds already. */
export async function lintWithBaseline(
  environment: Environment,
  settings: LoadedSettings,
  run: LintRunRequest & { readonly fs: FileSystem },
  flags: BaselineFlags & { readonly failOn: Severity | 'never' },
): Promise<LintResult> {
  const baseline = await loadBaseline(settings, flags, startFolder(settings.fs, run.paths))
  const request = { ...run, baseline, strictBaseline: flags.strictBaseline ?? false }
  const result = await lint(run.fs, request)
  if (flags.updateBaseline !== true || baseline === undefined || result.report.fleets.length === 0) return result
  const entries = result.nextBaseline(flags.failOn === 'info' ? 'info' : 'warning')
  const { writeBaseline } = await import('./baseline-on-disk.ts')
  return lint(run.fs, { ...request, baseline: writeBaseline(environment, settings.fs, baseline, entries) })
}
