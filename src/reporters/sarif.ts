import type { Report, Reporter, ReporterOptions } from '../core/report.ts'
import type { RuleDescription } from '../core/rule-description.ts'
import { jsonText } from './json-text.ts'
import { shortPage } from './rule-page.ts'
import { levels, sarifResults } from './sarif-results.ts'
import { sarifText } from './sarif-text.ts'

/** How GitHub names them once more. */
const problemSeverities = { error: 'error', warning: 'warning', info: 'recommendation' } as const

/**
 * SARIF 2.1.0, one run. `rules` are described as far as something was found for them. URIs are relative to the workspace
 * (`%SRCROOT%`, which is not resolved here, so that the report is the same on every machine), lines and columns count
 * from 1 in UTF-16 units, and fingerprints outlive moved lines. Every finding is in it, silenced ones marked as such.
 */
export const createSarif =
  (rules: readonly RuleDescription[]): Reporter =>
  (report, options) =>
    `${jsonText(toSarif(report, options, rules), 2)}\n`

function toSarif(report: Report, options: ReporterOptions, rules: readonly RuleDescription[]) {
  const results = sarifResults(report, options)
  const ids = [...new Set(results.map(({ ruleId }) => ruleId))].sort()
  const driver = {
    name: 'agent-lint',
    version: report.version,
    semanticVersion: report.version,
    rules: ids.map((id) =>
      descriptor(
        id,
        rules.find(({ meta }) => meta.id === id),
      ),
    ),
  }
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        automationDetails: { id: 'agent-lint/' },
        invocations: [{ executionSuccessful: report.unreadable.length === 0 && report.isIncomplete !== true }],
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        columnKind: 'utf16CodeUnits',
        newlineSequences: ['\r\n', '\n', '\r'],
        results: results.map((result) => ({ ...result, ruleIndex: ids.indexOf(result.ruleId) })),
      },
    ],
  }
}

/** A rule as viewers explain it. One that is not described has no more than its id. */
function descriptor(id: string, rule: RuleDescription | undefined): object {
  if (rule === undefined) return { id }
  const { summary, severity, confidence, category, presets } = rule.meta
  const usual = severity === 'host' ? 'warning' : severity
  const help = shortPage(rule.page)
  return {
    id,
    name: id.replaceAll(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: sarifText(summary) },
    fullDescription: { text: sarifText(summary) },
    help: { text: help.replaceAll(/^#+ (.*)$/gm, '$1:'), markdown: help },
    defaultConfiguration: { level: levels[usual] },
    properties: {
      tags: [category, ...presets],
      precision: confidence,
      'problem.severity': problemSeverities[usual],
    },
  }
}
