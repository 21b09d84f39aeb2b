import type { Diagnostic } from '../core/diagnostic.ts'
import type { FleetSummary, HostFrom, PassedOver, Report } from '../core/report.ts'
import type { SourceFile } from '../core/source-file.ts'
import { buildFleet } from '../fleet/build-fleet.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { FileSystem } from '../io/file-system.ts'
import type { FileAnalysis } from './analyse-file.ts'
import { type Discovery, discover } from './discover.ts'
import { dedupe } from './finish/dedupe.ts'
import { inFocus } from './finish/focus.ts'
import { sortDiagnostics } from './finish/sort.ts'
import { fleetRequest } from './fleet-request.ts'
import { namesElsewhere, type RootReading, readRoot } from './read-root.ts'
import { rememberReads } from './remember-reads.ts'
import { type Collect, isOn, reporterFor } from './run-rule.ts'
import type { Settings } from './settings.ts'

export interface LintRequest {
  readonly paths: readonly string[]
  readonly settings: Settings
  readonly ignores: readonly string[]
  readonly ignoresFolder: string
  /** The host of a root, if the user says; `from` is where. */
  readonly chooseHost: (root: string) => { readonly host: Host; readonly from: HostFrom } | undefined
  readonly version: string
}

export interface LintResult {
  readonly report: Report
  /** Arguments that nothing matches. */
  readonly unmatched: readonly string[]
  /** The findings of the whole fleets, whatever is shown of them. */
  readonly all: readonly Diagnostic[]
  /** The files that the findings shown are about, where some were named; none: all. */
  readonly focus: readonly string[]
}

/** Reads the fleets that the paths mean, runs the rules, and puts the findings in order. Never throws for a file. */
export async function lint(disk: FileSystem, request: LintRequest): Promise<LintResult> {
  const fs = rememberReads(disk)
  const { settings } = request
  const discovery = await discover(fs, { ...request, hosts: settings.hosts, everyMarkdownFile: false })
  const diagnostics: Diagnostic[] = []
  const fleets: FleetSummary[] = []
  const passedOver: PassedOver[] = [...discovery.passedOver]
  const texts = new Map<string, string>()
  const unreadable = reportUnreadable(discovery, settings, (diagnostic) => diagnostics.push(diagnostic))
  const collect: Collect = (diagnostic) => diagnostics.push(diagnostic)
  const readings: RootReading[] = []
  for (const root of discovery.roots) readings.push(await readRoot(fs, root, request))
  for (const reading of readings) {
    const outcome = lintRoot(fs, reading, () => namesElsewhere(readings, reading), settings, collect)
    // A folder of nothing but documentation is no fleet.
    if (outcome.summary.files.length > 0 || outcome.unreadable.length > 0) fleets.push(outcome.summary)
    passedOver.push(...outcome.passedOver)
    unreadable.push(...outcome.unreadable)
    for (const source of outcome.sources) texts.set(source.path, source.text)
  }
  const all = sortDiagnostics(dedupe(diagnostics))
  const shown = inFocus(all, discovery.focus)
  const report = { version: request.version, fleets, diagnostics: shown, passedOver, unreadable, texts }
  return { report, unmatched: discovery.unmatched, all, focus: discovery.focus }
}

interface RootOutcome {
  readonly summary: FleetSummary
  readonly passedOver: readonly PassedOver[]
  readonly unreadable: readonly string[]
  /** Only the files that a finding points into keep their text. */
  readonly sources: readonly SourceFile[]
}

function lintRoot(
  fs: FileSystem,
  { root, documents, analyses }: RootReading,
  elsewhere: () => readonly string[],
  settings: Settings,
  add: Collect,
): RootOutcome {
  const found = new Set<string>()
  const collect: Collect = (diagnostic) => {
    for (const { path } of [diagnostic, ...diagnostic.related]) found.add(path)
    add(diagnostic)
  }
  for (const failure of documents.failures) runFailureRules(failure, settings, collect)
  for (const analysis of analyses) runDocumentRules(analysis, settings, collect)
  const facts = analyses.map((analysis) => analysis.facts)
  const fleet = buildFleet(fleetRequest(fs, root.path, documents.host, facts, settings, elsewhere))
  for (const rule of settings.rules) {
    if (rule.kind === 'fleet' && isOn(rule, settings))
      rule.check(fleet, reporterFor(rule, undefined, settings, collect))
  }
  const sources = documents.documents.map(({ source }) => source).filter(({ path }) => found.has(path))
  const { host, hostFrom } = documents
  const files = documents.documents.map(({ source }) => source.path)
  const summary = { root: root.path, host: host.id, hostName: host.name, hostFrom, agents: fleet.agents.length, files }
  return { summary, passedOver: documents.passedOver, unreadable: documents.failures.map(({ path }) => path), sources }
}

function runDocumentRules(analysis: FileAnalysis, settings: Settings, collect: Collect): void {
  const { path } = analysis.document.source
  const view = analysis.view()
  for (const rule of settings.rules) {
    if (rule.kind === 'document' && isOn(rule, settings)) rule.check(view, reporterFor(rule, path, settings, collect))
  }
}

interface Failure {
  readonly path: string
  readonly code: string
  readonly why: string
}

function runFailureRules(failure: Failure, settings: Settings, collect: Collect): void {
  for (const rule of settings.rules) {
    if (rule.kind !== 'failure' || !isOn(rule, settings)) continue
    rule.check(failure, reporterFor(rule, failure.path, settings, collect))
  }
}

/** Folders that cannot be listed; gives their paths. */
function reportUnreadable({ unreadable }: Discovery, settings: Settings, collect: Collect): string[] {
  for (const { path, why } of unreadable) runFailureRules({ path, code: 'FOLDER', why }, settings, collect)
  return unreadable.map(({ path }) => path)
}
