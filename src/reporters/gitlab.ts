import type { Reporter } from '../core/report.ts'
import { fingerprints } from './fingerprint.ts'
import { jsonText } from './json-text.ts'
import { placeOf } from './place.ts'
import { lineFinder } from './position.ts'
import { safeText } from './safe-text.ts'

const severities = { error: 'major', warning: 'minor', info: 'info' } as const

/**
 * GitLab's Code Quality report. Paths are relative to the project; texts are made safe, since they end in a web page and
 * in a database that takes no NUL. Every finding is in it, whatever a person asked to see.
 */
export const gitlab: Reporter = (report, { workspacePath }) => {
  const { diagnostics } = report
  const findLines = lineFinder(report)
  const prints = fingerprints(diagnostics, findLines, workspacePath)
  const entries = diagnostics.map((diagnostic, i) => {
    const { rule, severity, message, help, path } = diagnostic
    const { line, column, endLine, endColumn } = placeOf(diagnostic, findLines)
    return {
      description: safeText(help === undefined ? message : `${message} (help: ${help})`),
      check_name: rule,
      fingerprint: prints[i],
      severity: severities[severity],
      location: {
        path: safeText(workspacePath(path)),
        lines: { begin: line, end: endLine },
        positions: { begin: { line, column }, end: { line: endLine, column: endColumn } },
      },
    }
  })
  return `${jsonText(entries, 2)}\n`
}
