import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import type { Edit, Fix } from '../core/fix.ts'
import type { Report, ReporterOptions } from '../core/report.ts'
import { type Location, span } from '../core/span.ts'
import { fingerprints } from './fingerprint.ts'
import { placeOf } from './place.ts'
import { type FindLines, lineFinder } from './position.ts'
import { sarifLink, sarifText, uriOf } from './sarif-text.ts'

/** What SARIF calls our severities. */
export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
}

interface Context {
  readonly findLines: FindLines
  readonly workspacePath: (path: string) => string
}

/** The results of a run; `ruleIds` in the order in which the run lists its rules. */
export function sarifResults(report: Report, { workspacePath }: ReporterOptions, ruleIds: readonly string[]): object[] {
  const { diagnostics } = report
  const context = { findLines: lineFinder(report), workspacePath }
  const prints = fingerprints(diagnostics, context.findLines, workspacePath)
  const indexes = new Map(ruleIds.map((id, i) => [id, i]))
  return diagnostics.map((diagnostic, i) => ({
    ruleId: diagnostic.rule,
    ruleIndex: indexes.get(diagnostic.rule),
    level: levels[diagnostic.severity],
    message: { text: messageOf(diagnostic) },
    locations: [locationJson(diagnostic, context)],
    ...relatedJson(diagnostic, context),
    partialFingerprints: { 'agentLint/v1': prints[i] },
    ...(diagnostic.fixes.length === 0 ? {} : { fixes: diagnostic.fixes.map((fix) => fixJson(fix, context)) }),
    properties: { confidence: diagnostic.confidence, messageId: diagnostic.messageId },
  }))
}

/**
 * The message, the help, and a link for each related place: GitHub shows only those that the message links to, by the
 * number that is their `id`.
 */
function messageOf({ message, help, related }: Diagnostic): string {
  const parts = [sentence(message)]
  if (help !== undefined) parts.push(sentence(`Help: ${help}`))
  if (related.length > 0) parts.push(`See ${related.map((place, i) => sarifLink(place.message, i + 1)).join(', ')}.`)
  return parts.join(' ')
}

const sentence = (text: string): string => `${sarifText(text)}${/[.!?]$/.test(text) ? '' : '.'}`

function relatedJson({ related }: Diagnostic, context: Context): object {
  if (related.length === 0) return {}
  const relatedLocations = related.map((place, i) => ({
    id: i + 1,
    ...locationJson(place, context),
    message: { text: sarifText(place.message) },
  }))
  return { relatedLocations }
}

const locationJson = (location: Location, context: Context): object => ({
  physicalLocation: {
    artifactLocation: artifactJson(location.path, context),
    region: regionJson(location, context),
  },
})

/** What lies outside of the workspace is named by where it is. */
function artifactJson(path: string, { workspacePath }: Context): object {
  const uri = uriOf(workspacePath(path))
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: '%SRCROOT%' }
}

function regionJson(location: Location, { findLines }: Context): object {
  const { line, column, endLine, endColumn } = placeOf(location, findLines)
  return { startLine: line, startColumn: column, endLine, endColumn }
}

/** The edits of a fix by file. Inserted text is exactly what the fix inserts. */
function fixJson({ title, applicability, edits }: Fix, context: Context): object {
  const paths = [...new Set(edits.map(({ path }) => path))]
  return {
    description: { text: sarifText(title) },
    artifactChanges: paths.map((path) => ({
      artifactLocation: artifactJson(path, context),
      replacements: edits.filter((edit) => edit.path === path).map((edit) => replacementJson(edit, context)),
    })),
    properties: { applicability },
  }
}

const replacementJson = ({ path, start, end, text }: Edit, context: Context): object => ({
  deletedRegion: regionJson({ path, span: span(start, end) }, context),
  insertedContent: { text },
})
