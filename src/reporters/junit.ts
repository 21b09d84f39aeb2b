import { type Diagnostic, isAtLeast } from '../core/diagnostic.ts'
import type { Report, Reporter, ReporterOptions } from '../core/report.ts'
import type { Location } from '../core/span.ts'
import { byFile } from './by-file.ts'
import { leadingPath, placeOf } from './place.ts'
import { type FindLines, lineFinder } from './position.ts'
import { xmlDocument, xmlElement, xmlText } from './xml.ts'

interface Suite {
  readonly xml: string
  readonly tests: number
  readonly failures: number
}

/**
 * JUnit's XML: a suite for each file that was read, a case for each finding in it. Only what fails the run is a failed
 * case, so that the report says what the exit code says; what is below that passes, with its message as output. A file
 * in order is a suite with one case that passes, since some servers take a report without cases for a broken one.
 */
export const junit: Reporter = (report, options) => {
  const findLines = lineFinder(report)
  const found = byFile(report.diagnostics)
  const suites = pathsOf(report).map((path) => suite(path, found.get(path) ?? [], findLines, options))
  const sum = (key: 'tests' | 'failures'): number => suites.reduce((total, one) => total + one[key], 0)
  const counts = { tests: sum('tests'), failures: sum('failures') }
  const children = suites.map(({ xml }) => xml)
  return xmlDocument(xmlElement('testsuites', { name: 'agent-lint', ...counts }, children))
}

/** Every file that was read, and what else a finding points at: folders that could not be. */
function pathsOf({ fleets, diagnostics }: Report): string[] {
  const paths = new Set(fleets.flatMap(({ files }) => files))
  for (const { path } of diagnostics) paths.add(path)
  return [...paths].sort()
}

function suite(path: string, found: readonly Diagnostic[], findLines: FindLines, options: ReporterOptions): Suite {
  const name = options.workspacePath(path)
  const failing = new Set(found.filter((one) => isFailure(one, options)))
  const cases = found.map((one) => testCase(one, findLines, options, failing.has(one)))
  if (cases.length === 0) cases.push(xmlElement('testcase', { name: 'no findings', classname: name, file: name }))
  const counts = { tests: cases.length, failures: failing.size }
  return { ...counts, xml: xmlElement('testsuite', { name, ...counts }, cases) }
}

const isFailure = ({ severity }: Diagnostic, { failOn = 'error' }: ReporterOptions): boolean =>
  failOn !== 'never' && isAtLeast(severity, failOn)

function testCase(diagnostic: Diagnostic, findLines: FindLines, options: ReporterOptions, isFailed: boolean): string {
  const file = options.workspacePath(diagnostic.path)
  const { severity, rule, message } = diagnostic
  const { line } = placeOf(diagnostic, findLines)
  const text = details(diagnostic, findLines, options).map(xmlText).join('\n')
  const outcome = isFailed
    ? xmlElement('failure', { type: severity, message }, text)
    : xmlElement('system-out', {}, text)
  return xmlElement('testcase', { name: `${rule} (line ${line})`, classname: file, file, line }, [outcome])
}

/** One line each, none of which a log would take for a command. */
function details(diagnostic: Diagnostic, findLines: FindLines, { workspacePath }: ReporterOptions): string[] {
  const at = (one: Location): string => {
    const { line, column } = placeOf(one, findLines)
    return `${leadingPath(workspacePath(one.path))}:${line}:${column}`
  }
  const { severity, message, help, related } = diagnostic
  return [
    `${at(diagnostic)}: ${severity}: ${message}`,
    ...related.map((place) => `${at(place)}: ${place.message}`),
    ...(help === undefined ? [] : [`help: ${help}`]),
  ]
}
