import type { Diagnostic } from '../core/diagnostic.ts'
import type { Reporter, ReporterOptions } from '../core/report.ts'
import { byFile } from './by-file.ts'
import { inlineCode, markdownText } from './markdown-text.ts'
import { placeOf } from './place.ts'
import { type FindLines, lineFinder } from './position.ts'
import { shownDiagnostics } from './shown.ts'
import { summaryLine } from './summary.ts'

/**
 * Markdown for a comment or a summary: what was found as a heading, then a list for each file. Nothing that a file says
 * becomes markup, a link or a mention there. Paths are relative to the workspace.
 */
export const markdown: Reporter = (report, options) => {
  const findLines = lineFinder(report)
  const files = [...byFile(shownDiagnostics(report.diagnostics, options))].map(([path, ofFile]) => {
    const items = ofFile.map((diagnostic) => item(diagnostic, findLines, options))
    return `### ${inlineCode(options.workspacePath(path))}\n\n${items.join('\n')}\n`
  })
  return [`## agent-lint: ${markdownText(summaryLine(report, options))}\n`, ...files].join('\n')
}

function item(diagnostic: Diagnostic, findLines: FindLines, { workspacePath }: ReporterOptions): string {
  const { severity, rule, message, help, related } = diagnostic
  const { line } = placeOf(diagnostic, findLines)
  const lines = [`- **${severity}** ${inlineCode(rule)} line ${line}: ${markdownText(message)}`]
  for (const place of related) {
    const where = `${workspacePath(place.path)}:${placeOf(place, findLines).line}`
    lines.push(`  - ${inlineCode(where)}: ${markdownText(place.message)}`)
  }
  if (help !== undefined) lines.push(`  - help: ${markdownText(help)}`)
  return lines.join('\n')
}
