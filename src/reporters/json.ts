import { countDiagnostics, countFixable, type FleetSummary, type Report, type Reporter } from '../core/report.ts'
import type { Location } from '../core/span.ts'
import { jsonText } from './json-text.ts'
import { type Listed, listAll } from './listed.ts'
import { type FindLines, lineFinder, positionAt } from './position.ts'

/**
 * The whole report as one JSON document, as `schemas/report.schema.json` describes it. What a person asked to see or
 * hide does not change it. Characters that a terminal would act on are written as `\u` escapes.
 */
export const json: Reporter = (report) => `${jsonText(toJson(report), 2)}\n`

function toJson(report: Report) {
  const { version, fleets, diagnostics, suppressed, fixed } = report
  const fixable = countFixable(diagnostics)
  const findLines = lineFinder(report)
  return {
    tool: { name: 'agent-lint', version },
    fleets: fleets.map(fleetJson),
    diagnostics: listAll(report).map((diagnostic) => diagnosticJson(diagnostic, findLines)),
    summary: {
      ...countDiagnostics(diagnostics),
      fixable: fixable.safe,
      fixableUnsafely: fixable.unsafe,
      ...(fixed === undefined ? {} : { fixed: fixed.findings }),
      suppressed: suppressed.length,
    },
  }
}

const fleetJson = ({ root, host, hostFrom, agents }: FleetSummary) => ({ root, host, hostFrom, agents })

/** One finding, as `$defs/diagnostic` of the report's schema describes it. */
export function diagnosticJson(diagnostic: Listed, findLines: FindLines) {
  const { rule, severity, confidence, messageId, message, help, path, data, related, fixes, suppressed } = diagnostic
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
    fixes: fixes.map(({ title, applicability, edits }) => ({
      title,
      applicability,
      edits: edits.map(({ path, start, end, text }) => ({ path, start, end, text })),
    })),
    suppressed: suppressed === undefined ? null : { kind: suppressed.kind, reason: suppressed.reason ?? null },
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
