import type { Diagnostic } from '../core/diagnostic.ts'
import type { Reporter } from '../core/report.ts'
import { leadingPath, placeOf } from './place.ts'
import { type FindLines, lineFinder } from './position.ts'
import { safeText } from './safe-text.ts'
import { shownDiagnostics } from './shown.ts'
import { summaryLine } from './summary.ts'

/**
 * For language models: one line a finding with all that is needed to act on it, then the summary line. Fields are
 * separated by tabs, which no text of a file can hold here: `path:line:column`, severity, rule, message, then `help:`,
 * `fix:` and `see path:line:column` as far as there are any. No frames, no colour: both cost tokens and say nothing more.
 */
export const agent: Reporter = (report, options) => {
  const findLines = lineFinder(report)
  const lines = shownDiagnostics(report.diagnostics, options).map((one) => fields(one, findLines).join('\t'))
  return `${[...lines, summaryLine(report, options)].join('\n')}\n`
}

function fields(diagnostic: Diagnostic, findLines: FindLines): string[] {
  const { path, severity, rule, message, help, fixes, related } = diagnostic
  const { line, column } = placeOf(diagnostic, findLines)
  const first = [`${leadingPath(path)}:${line}:${column}`, severity, safeText(rule), safeText(message)]
  const helps = help === undefined ? [] : [`help: ${safeText(help)}`]
  const mends = fixes.map(({ title, applicability }) => `fix: ${safeText(title)} (${applicability})`)
  const places = related.map((place) => {
    const at = placeOf(place, findLines)
    return `see ${safeText(place.path)}:${at.line}:${at.column} ${safeText(place.message)}`
  })
  return [...first, ...helps, ...mends, ...places]
}
