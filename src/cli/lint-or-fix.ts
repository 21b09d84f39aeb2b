import type { LintRunRequest } from '../composition.ts'
import { startFolder } from '../config/start-folder.ts'
import type { Severity } from '../core/diagnostic.ts'
import type { FixLevel } from '../core/fix.ts'
import type { FileSystem } from '../io/file-system.ts'
import { type BaselineFlags, loadBaseline } from './baseline.ts'
import { type Environment, UsageError } from './environment.ts'
import type { FixFlags } from './fix-flags.ts'
import { lintWithBaseline } from './lint-with-baseline.ts'
import type { LoadedSettings } from './load-settings.ts'
import type { FixRun } from './run-fix.ts'

/** Lints; where the flags ask for fixes, makes them, and what is silenced or known stays as it is. */
export async function lintOrFix(
  environment: Environment,
  settings: LoadedSettings,
  run: LintRunRequest & { readonly fs: FileSystem },
  level: FixLevel | undefined,
  flags: BaselineFlags & FixFlags & { readonly failOn: Severity | 'never' },
): Promise<FixRun> {
  if (level === undefined) {
    const result = await lintWithBaseline(environment, settings, run, flags)
    return { ...result, failed: false, diff: undefined }
  }
  if (flags.updateBaseline === true) throw new UsageError('--fix and --update-baseline do not go together')
  const baseline = await loadBaseline(settings, flags, startFolder(settings.fs, run.paths))
  const request = { ...run, baseline, strictBaseline: flags.strictBaseline ?? false }
  const { runFix } = await import('./run-fix.ts')
  return runFix(environment, run.fs, request, level, flags)
}
