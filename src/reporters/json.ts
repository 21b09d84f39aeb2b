import type { Diagnostic } from '../core/diagnostic.ts'
import { countDiagnostics, countFixable, type FleetSummary, type Report, type Reporter } from '../core/report.ts'
import type { Location } from '../core/span.ts'
import { isHidden } from './code-points.ts'
import { type FindLines, lineFinder, positionAt } from './position.ts'
import { printableFixes } from './printable-fixes.ts'

/**
 * The whole report as one JSON document, as `schemas/report.schema.json` describes it. What a person asked to see or
 * hide does not change it. Characters that a terminal would act on are written as `\u` escapes.
 */
export const json: Reporter = (report) => `${escapeHidden(JSON.stringify(toJson(report), null, 2))}\n`

function toJson(report: Report) {
  const { version, fleets, diagnostics, fixed } = report
  const fixable = countFixable(diagnostics)
  const findLines = lineFinder(report)
  return {
    tool: { name: 'agent-lint', version },
    fleets: fleets.map(fleetJson),
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, findLines, report)),
    summary: {
      ...countDiagnostics(diagnostics),
      fixable: fixable.safe,
      fixableUnsafely: fixable.unsafe,
      ...(fixed === undefined ? {} : { fixed: fixed.findings }),
      suppressed: 0,
    },
  }
}

const fleetJson = ({ root, host, hostFrom, agents }: FleetSummary) => ({ root, host, hostFrom, agents })

function diagnosticJson(diagnostic: Diagnostic, findLines: FindLines, report: Report) {
  const { rule, severity, confidence, messageId, message, help, path, data, related, fixes } = diagnostic
  return {
    rule,
    severity,
    confidence,
    messageId,
    message,
    ...(help === undefined ? {} : { help }),
    path,
    range: rangeJson(diagnostic, findLines),
    data,
    related: related.map((one) => ({ path: one.path, range: rangeJson(one, findLines), message: one.message })),
    fixes: printableFixes(fixes, report).map(({ title, applicability, edits }) => ({
      title,
      applicability,
      edits: edits.map(({ path, start, end, text }) => ({ path, start, end, text })),
    })),
    suppressed: null,
  }
}

function rangeJson({ path, span }: Location, findLines: FindLines) {
  const index = findLines(path)
  const point = (offset: number) => ({
    offset,
    ...(index === undefined ? { line: 1, column: 1 } : positionAt(index, offset)),
  })
  return { start: point(span.start), end: point(span.end) }
}

/**
 * Hidden characters can only stand inside of strings, where an escape means the same; but for the line breaks of the
 * layout. `##[` would be a command to a build service that shows the output as a log.
 */
export function escapeHidden(text: string): string {
  const visible = text.replaceAll(/[^\x20-\x7e\n]/gu, (character) => {
    return isHidden(character.codePointAt(0) ?? 0) ? escapeUnits(character) : character
  })
  return visible.replaceAll(/##(?=[a-z]{0,10}\[)/gi, '#\\u0023')
}

function escapeUnits(character: string): string {
  let escaped = ''
  for (let i = 0; i < character.length; i++) {
    escaped += `\\u${character.charCodeAt(i).toString(16).padStart(4, '0')}`
  }
  return escaped
}
