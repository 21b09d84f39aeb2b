import type { Diagnostic } from '../core/diagnostic.ts'
import type { Reporter } from '../core/report.ts'
import { leadingPath, placeOf } from './place.ts'
import { type FindLines, lineFinder } from './position.ts'
import { safeText } from './safe-text.ts'
import { shownDiagnostics } from './shown.ts'

/**
 * `path:line:column: severity message [rule]`, one line a finding and nothing else, so that editors, `grep` and `wc -l`
 * can take it; empty when nothing is shown.
 */
export const compact: Reporter = (report, options) => {
  const findLines = lineFinder(report)
  return shownDiagnostics(report.diagnostics, options)
    .map((diagnostic) => `${line(diagnostic, findLines)}\n`)
    .join('')
}

function line(diagnostic: Diagnostic, findLines: FindLines): string {
  const { path, severity, message, rule } = diagnostic
  const { line, column } = placeOf(diagnostic, findLines)
  return `${leadingPath(path)}:${line}:${column}: ${severity} ${safeText(message)} [${safeText(rule)}]`
}
