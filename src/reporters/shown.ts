import type { Diagnostic } from '../core/diagnostic.ts'
import type { ReporterOptions } from '../core/report.ts'

/** The diagnostics that a format for people prints: infos only when asked for, and when quiet nothing but errors. */
export function shownDiagnostics(
  diagnostics: readonly Diagnostic[],
  { quiet, info }: Pick<ReporterOptions, 'quiet' | 'info'>,
): readonly Diagnostic[] {
  if (quiet) return diagnostics.filter(({ severity }) => severity === 'error')
  return info ? diagnostics : diagnostics.filter(({ severity }) => severity !== 'info')
}
