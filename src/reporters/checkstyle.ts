import type { Diagnostic } from '../core/diagnostic.ts'
import type { Reporter } from '../core/report.ts'
import { byFile } from './by-file.ts'
import { placeOf } from './place.ts'
import { type FindLines, lineFinder } from './position.ts'
import { xmlDocument, xmlElement } from './xml.ts'

/**
 * Checkstyle's XML, which most build servers can show. Paths are relative to the workspace; the help stands behind the
 * message. Every finding is in it, whatever a person asked to see.
 */
export const checkstyle: Reporter = (report, { workspacePath }) => {
  const { diagnostics } = report
  const findLines = lineFinder(report)
  const files = [...byFile(diagnostics)].map(([path, ofFile]) => {
    const errors = ofFile.map((diagnostic) => errorElement(diagnostic, findLines))
    return xmlElement('file', { name: workspacePath(path) }, errors)
  })
  return xmlDocument(xmlElement('checkstyle', { version: '4.3' }, files))
}

function errorElement(diagnostic: Diagnostic, findLines: FindLines): string {
  const { severity, rule, message, help } = diagnostic
  const { line, column } = placeOf(diagnostic, findLines)
  const text = help === undefined ? message : `${message} (help: ${help})`
  return xmlElement('error', { line, column, severity, message: text, source: `agent-lint.${rule}` })
}
