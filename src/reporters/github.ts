import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import { type Counts, countDiagnostics, type Report, type Reporter } from '../core/report.ts'
import { count } from './count.ts'
import { type FindLines, type LineIndex, lineFinder, linesOf, positionAt } from './position.ts'
import { safeText } from './safe-text.ts'
import { shownDiagnostics } from './shown.ts'
import { listCounts, summaryLine } from './summary.ts'

/** GitHub shows this many annotations of a kind for each step and drops the rest without a word. */
const limit = 10

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const

type Properties = Readonly<Record<string, string | number>>

/** Something else to say as an annotation, without a place in a file. */
export interface Remark {
  readonly severity: Severity
  readonly text: string
}

/** What a caller knows beside the report. */
export interface AnnotationContext {
  readonly workspacePath: (path: string) => string
  /** Findings in these files (paths as in the report) go first among their equals. */
  readonly changed?: ReadonlySet<string>
  /** Annotations of their own; they are never left out. */
  readonly remarks?: readonly Remark[]
  /** Where the findings are that get no annotation. */
  readonly elsewhere?: string
}

/**
 * Workflow commands that GitHub Actions turns into annotations, errors first and no more of a kind than it shows, with
 * one notice that counts the rest, then the summary line. Paths are relative to the workspace. Infos are notices;
 * `quiet` leaves only errors.
 */
export const github: Reporter = (report, options) => {
  const shown = { ...options, info: true }
  const lines = annotations(report, shownDiagnostics(report.diagnostics, shown), options)
  return `${[...lines, summaryLine(report, shown)].join('\n')}\n`
}

/** The commands for these findings of a report, a line each. */
export function annotations(
  report: Pick<Report, 'texts' | 'secrets'>,
  diagnostics: readonly Diagnostic[],
  context: AnnotationContext,
): string[] {
  const { changed, remarks = [], elsewhere = '' } = context
  const findLines = lineFinder(report)
  const isChanged = ({ path }: Diagnostic): number => (changed?.has(path) === true ? 0 : 1)
  const sorted = diagnostics.toSorted((a, b) => isChanged(a) - isChanged(b))
  const chosen = choose(sorted, remarks)
  const lines = remarks.map(({ severity, text }) => remarkLine(severity, text))
  lines.push(...chosen.map((diagnostic) => annotation(diagnostic, findLines, context)))
  const left = countsLeft(countDiagnostics(sorted), countDiagnostics(chosen))
  const rest = left.errors + left.warnings + left.infos
  if (rest === 0) return lines
  const text = `${count(rest, 'more finding')} without an annotation (${listCounts(left)})${elsewhere}`
  return [...lines, remarkLine('info', text)]
}

const remarkLine = (severity: Severity, text: string): string =>
  command(commands[severity], { title: 'agent-lint' }, safeText(text))

function choose(diagnostics: readonly Diagnostic[], remarks: readonly Remark[]): Diagnostic[] {
  const of = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity)
  const room = (severity: Severity) => limit - remarks.filter((remark) => remark.severity === severity).length
  const loud = [...of('error').slice(0, room('error')), ...of('warning').slice(0, room('warning'))]
  const infos = of('info')
  // The notice that counts the rest needs one of the ten places.
  const isComplete = loud.length + Math.min(infos.length, room('info')) === diagnostics.length
  return [...loud, ...infos.slice(0, Math.max(0, isComplete ? room('info') : room('info') - 1))]
}

const countsLeft = (all: Counts, chosen: Counts): Counts => ({
  errors: all.errors - chosen.errors,
  warnings: all.warnings - chosen.warnings,
  infos: all.infos - chosen.infos,
})

function annotation(diagnostic: Diagnostic, findLines: FindLines, options: AnnotationContext): string {
  const index = findLines(diagnostic.path)
  const properties = {
    file: safeText(options.workspacePath(diagnostic.path)),
    ...(index === undefined ? {} : place(diagnostic, index)),
    title: safeText(diagnostic.rule),
  }
  return command(commands[diagnostic.severity], properties, body(diagnostic, findLines, options))
}

/** GitHub takes columns only of a range within one line. */
function place({ span }: Diagnostic, index: LineIndex): Properties {
  const { first, last } = linesOf(index, span)
  const start = positionAt(index, span.start)
  const end = positionAt(index, span.end)
  if (first !== last || end.line !== start.line) return { line: first, endLine: last }
  return { line: first, endLine: last, col: start.column, endColumn: end.column }
}

/** The message, then a line for each related place and for the help. */
function body(diagnostic: Diagnostic, findLines: FindLines, { workspacePath }: AnnotationContext): string {
  const lines = [safeText(diagnostic.message)]
  for (const { path, span, message } of diagnostic.related) {
    const index = findLines(path)
    const line = index === undefined ? '' : `:${positionAt(index, span.start).line}`
    lines.push(`${safeText(workspacePath(path))}${line}: ${safeText(message)}`)
  }
  if (diagnostic.help !== undefined) lines.push(`help: ${safeText(diagnostic.help)}`)
  return lines.join('\n')
}

function command(name: string, properties: Properties, data: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
  return `::${name} ${list.join(',')}::${escapeData(data)}`
}

const escapeData = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
