import type { Diagnostic } from '../core/diagnostic.ts'
import type { Reporter } from '../core/report.ts'
import { type FindLines, lineFinder, positionAt } from './position.ts'
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

function line({ path, span, severity, message, rule }: Diagnostic, findLines: FindLines): string {
  const index = findLines(path)
  const { line, column } = index === undefined ? { line: 1, column: 1 } : positionAt(index, span.start)
  return `${leadingPath(path)}:${line}:${column}: ${severity} ${safeText(message)} [${safeText(rule)}]`
}

/** `./` keeps a path from reading as a command to a build service that looks for `::` at the start of a line. */
function leadingPath(path: string): string {
  const safe = safeText(path)
  return safe.trimStart().startsWith(':') ? `./${safe}` : safe
}
