import { type LintRunRequest, lint } from '../composition.ts'
import type { Severity } from '../core/diagnostic.ts'
import type { FixLevel } from '../core/fix.ts'
import type { FileSystem } from '../io/file-system.ts'
import type { BaselineFlags } from './baseline.ts'
import type { Environment } from './environment.ts'
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
    return { ...(await lintWithBaseline(environment, settings, run, flags, lint)), failed: false, diff: undefined }
  }
  const { runFix } = await import('./run-fix.ts')
  return lintWithBaseline(environment, settings, run, flags, (fs, request) =>
    runFix(environment, fs, request, level, flags),
  )
}
