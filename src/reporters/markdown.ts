import type { Reporter, ReporterOptions } from '../core/report.ts'
import type { Location } from '../core/span.ts'
import { byFile, groupBy } from './by-file.ts'
import { count } from './count.ts'
import { inlineCode, markdownText } from './markdown-text.ts'
import { placeOf } from './place.ts'
import { type FindLines, lineFinder } from './position.ts'
import { type Told, tellOnce } from './repeats.ts'
import { shownDiagnostics } from './shown.ts'
import { summaryLine } from './summary.ts'

/**
 * Markdown for a comment or a summary: what was found as a heading, then a list for each file. What would be said again and
 * again is said at the first file, with all its places: a comment has room for little. Nothing that a file says becomes
 * markup, a link or a mention there. Paths are relative to the workspace.
 */
export const markdown: Reporter = (report, options) => {
  const findLines = lineFinder(report)
  const told = tellOnce([...byFile(shownDiagnostics(report.diagnostics, options)).values()].flat())
  const files = [...groupBy(told, ({ first }) => first.path)].map(([path, ofFile]) => {
    const items = ofFile.map((one) => item(one, findLines, options))
    return `### ${inlineCode(options.workspacePath(path))}\n\n${items.join('\n')}\n`
  })
  return [`## agent-lint: ${markdownText(summaryLine(report, options))}\n`, ...files].join('\n')
}

function item({ first, repeats }: Told, findLines: FindLines, { workspacePath }: ReporterOptions): string {
  const { severity, rule, message, help, related } = first
  const where = (place: Location): string =>
    inlineCode(`${workspacePath(place.path)}:${placeOf(place, findLines).line}`)
  const { line } = placeOf(first, findLines)
  const lines = [`- **${severity}** ${inlineCode(rule)} line ${line}: ${markdownText(message)}`]
  for (const place of related) lines.push(`  - ${where(place)}: ${markdownText(place.message)}`)
  if (help !== undefined) lines.push(`  - help: ${markdownText(help)}`)
  if (repeats.length > 0) {
    lines.push(`  - the same in ${count(repeats.length, 'more place')}: ${repeats.map(where).join(', ')}`)
  }
  return lines.join('\n')
}
