import type { Baseline, BaselineEntry } from '../core/baseline.ts'
import type { Diagnostic, Severity } from '../core/diagnostic.ts'
import type { FleetSummary, HostFrom, PassedOver, Report } from '../core/report.ts'
import type { SourceFile } from '../core/source-file.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import { buildFleet } from '../fleet/build-fleet.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { FileSystem } from '../io/file-system.ts'
import { relativePath } from '../io/paths.ts'
import type { DocumentRule } from '../kit/rule.ts'
import type { FileAnalysis, Surroundings } from './analyse-file.ts'
import { declaredNames } from './declared-names.ts'
import { type Discovery, discover, type TrackedOnly } from './discover.ts'
import { finish } from './finish/finish.ts'
import type { Focus } from './finish/focus.ts'
import type { RunForHosts } from './finish/of-all-hosts.ts'
import { fleetRequest, type NamesAround } from './fleet-request.ts'
import type { FormerAgent } from './former-names.ts'
import { namesOfRoots } from './names-of-roots.ts'
import { counted, type Progress, type Tick } from './progress.ts'
import { readForAnother } from './read-for-another.ts'
import { type RootReading, readRoots } from './read-root.ts'
import { rememberReads } from './remember-reads.ts'
import type { RunMemory } from './run-memory.ts'
import { type Collect, isOn, optionsOf, reporterFor } from './run-rule.ts'
import { secretPlaces, withoutSecretEdits } from './secret-places.ts'
import type { Settings } from './settings.ts'
import { createTree } from './tree.ts'

export interface LintRequest {
  readonly paths: readonly string[]
  readonly settings: Settings
  readonly ignores: readonly string[]
  readonly ignoresFolder: string
  /** Folders (absolute) whose hosts the configuration names. */
  readonly configured: readonly string[]
  /** The host of a root, if the user says; `from` is where. */
  readonly chooseHosts: (root: string) => readonly { readonly host: Host; readonly from: HostFrom }[]
  /** The hosts of a root that the configuration names, whatever `chooseHosts` says. */
  readonly usualHosts: (root: string) => readonly { readonly host: Host }[]
  readonly version: string
  /** Only findings about these are shown; files that are named as paths are added to them. */
  readonly focus?: Focus | undefined
  /** Agents as they were before the change that the run is about. */
  readonly former?: readonly FormerAgent[] | undefined
  /** Untracked files do not count. */
  readonly tracked?: TrackedOnly | undefined
  /** Told how far the run is. */
  readonly progress?: Progress | undefined
  /** `false`: comments in the files silence nothing, as is wise for files of a stranger. */
  readonly inline: boolean
  readonly baseline: Baseline | undefined
  /** Is it an error that the baseline has findings that are gone? */
  readonly strictBaseline: boolean
  /** What earlier runs of the process found out already. */
  readonly memory?: RunMemory | undefined
}

export interface LintResult {
  readonly report: Report
  /** What the baseline has to say from now on, with findings from a severity up. */
  readonly nextBaseline: (least: Severity) => readonly BaselineEntry[]
  /** Arguments that nothing matches. */
  readonly unmatched: readonly string[]
  /** What there is to say of the whole fleets, in focus or not, with every fix that there is. */
  readonly all: readonly Diagnostic[]
  /** The files that the run is about; undefined: all. */
  readonly focus: readonly string[] | undefined
}

/** Reads the fleets that the paths mean, runs the rules, and puts the findings in order. Never throws for a file. */
export async function lint(disk: FileSystem, request: LintRequest): Promise<LintResult> {
  const fs = rememberReads(disk)
  const { settings, baseline, version } = request
  const discovery = await discover(fs, { ...request, hosts: settings.hosts, everyMarkdownFile: false })
  const progress = counted(request.progress, discovery)
  const found = emptyFindings(discovery, settings)
  const readings = await readRoots(fs, discovery.roots, { ...request, progress })
  const isForSeveral = readings.length > discovery.roots.length
  lintRoots(fs, readings, request, isForSeveral, found, progress)
  const { fleets, passedOver, texts, unreadable } = found
  if (baseline !== undefined) texts.set(baseline.path, baseline.text)
  const facts = uniqueFacts(readings)
  const roots = discovery.roots.map(({ path }) => path)
  const focus = focusOf(fs, request, discovery)
  const diagnostics = isForSeveral
    ? await forEachHost(found.diagnostics, { readings, texts, settings })
    : found.diagnostics
  const looked = { ...request, roots, unreadable, focus }
  const forAnother = () => readForAnother(readings, request.usualHosts, settings)
  const toFinish = { ...request, diagnostics, facts, looked, texts, forAnother }
  const { nextBaseline, all, ...finished } = await finish(fs, toFinish)
  const secrets = secretPlaces(texts)
  const printed = withoutSecretEdits(finished, secrets)
  const report = { version, fleets, ...printed, passedOver, unreadable, texts, secrets }
  return { report, unmatched: discovery.unmatched, nextBaseline, all, focus: focus?.files }
}

/** What a run has found, root after root. */
interface Findings {
  readonly diagnostics: Diagnostic[]
  readonly fleets: FleetSummary[]
  readonly passedOver: PassedOver[]
  readonly unreadable: string[]
  readonly texts: Map<string, string>
}

/** What is known before any file is read: what could not be entered, and what was passed over. */
function emptyFindings(discovery: Discovery, settings: Settings): Findings {
  const diagnostics: Diagnostic[] = []
  const unreadable = reportUnreadable(discovery, settings, (diagnostic) => diagnostics.push(diagnostic))
  return { diagnostics, fleets: [], passedOver: [...discovery.passedOver], unreadable, texts: new Map() }
}

/** Lints what was read, and adds to `found`. */
function lintRoots(
  fs: FileSystem,
  readings: readonly RootReading[],
  { settings, former }: LintRequest,
  isForSeveral: boolean,
  found: Findings,
  progress: Tick | undefined,
): void {
  const collect: Collect = (diagnostic) => found.diagnostics.push(diagnostic)
  const elsewhere = namesOfRoots(readings)
  for (const reading of readings) {
    const add = isForSeveral ? collectFor(reading.documents.host.name, collect) : collect
    const outcome = lintRoot(fs, reading, { isElsewhere: elsewhere(reading), former }, settings, add, progress)
    // A folder of nothing but documentation is no fleet.
    if (outcome.summary.files.length > 0 || outcome.unreadable.length > 0) found.fleets.push(outcome.summary)
    found.passedOver.push(...outcome.passedOver)
    found.unreadable.push(...outcome.unreadable)
    for (const source of outcome.sources) found.texts.set(source.path, source.text)
  }
}

const collectFor =
  (forHost: string, collect: Collect): Collect =>
  (diagnostic) =>
    collect({ ...diagnostic, forHost } as Diagnostic)

/** A folder that is linted for several hosts counts once. */
const uniqueFacts = (readings: readonly RootReading[]): AgentFacts[] => [
  ...new Map(readings.flatMap(({ analyses }) => analyses.map(({ facts }) => [facts.path, facts] as const))).values(),
]

/** Most folders have one host, and load nothing of this. */
async function forEachHost(diagnostics: readonly Diagnostic[], run: RunForHosts): Promise<readonly Diagnostic[]> {
  return (await import('./finish/of-all-hosts.ts')).ofAllHosts(diagnostics, run)
}

function focusOf(fs: FileSystem, { focus }: LintRequest, { focus: named, roots }: Discovery): Focus | undefined {
  if (focus === undefined) return named.length === 0 ? undefined : { files: named, formerNames: [] }
  const asked = new Set(focus.files)
  // Who names the files of a folder that is a link may mean them by where they are.
  const isAsked = (path: string): boolean => asked.has(relativePath(fs.cwd, fs.realPath(path) ?? path))
  const linked = roots.flatMap(({ files }) => files.filter(isAsked))
  return { files: [...asked, ...named, ...linked], formerNames: focus.formerNames }
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
  around: NamesAround,
  settings: Settings,
  add: Collect,
  progress: Tick | undefined,
): RootOutcome {
  const found = new Set<string>()
  const collect: Collect = (diagnostic) => {
    for (const { path } of [diagnostic, ...diagnostic.related]) found.add(path)
    add(diagnostic)
  }
  for (const failure of documents.failures) runFailureRules(failure, settings, collect)
  const tree = createTree(fs, root.path, documents.host)
  const surroundings = { tree, declares: declaredNames(fs, tree, documents.host) }
  const documentRules = settings.rules.filter(
    (rule): rule is DocumentRule => rule.kind === 'document' && isOn(rule, settings),
  )
  for (const analysis of analyses) {
    runDocumentRules(analysis, documentRules, surroundings, settings, collect)
    progress?.()
  }
  const facts = analyses.map((analysis) => analysis.facts)
  for (const { path, suppressions } of facts) if (suppressions.length > 0) found.add(path)
  const fleet = buildFleet(fleetRequest(fs, root.path, documents.host, facts, settings, around))
  for (const rule of settings.rules) {
    if (rule.kind === 'fleet' && isOn(rule, settings))
      rule.check(fleet, reporterFor(rule, undefined, settings, collect), optionsOf(rule, settings))
  }
  const sources = documents.documents.map(({ source }) => source).filter(({ path }) => found.has(path))
  const { host, hostFrom } = documents
  const files = documents.documents.map(({ source }) => source.path)
  const summary = { root: root.path, host: host.id, hostName: host.name, hostFrom, agents: fleet.agents.length, files }
  return { summary, passedOver: documents.passedOver, unreadable: documents.failures.map(({ path }) => path), sources }
}

function runDocumentRules(
  analysis: FileAnalysis,
  rules: readonly DocumentRule[],
  surroundings: Surroundings,
  settings: Settings,
  collect: Collect,
): void {
  const { path } = analysis.document.source
  const view = analysis.view(surroundings)
  for (const rule of rules)
    rule.check(view, reporterFor(rule, path, settings, collect), optionsOf(rule, settings, path))
}

interface Failure {
  readonly path: string
  readonly code: string
  readonly why: string
}

function runFailureRules(failure: Failure, settings: Settings, collect: Collect): void {
  for (const rule of settings.rules) {
    if (rule.kind !== 'failure' || !isOn(rule, settings)) continue
    rule.check(failure, reporterFor(rule, failure.path, settings, collect), optionsOf(rule, settings, failure.path))
  }
}

/** Folders that cannot be listed; gives their paths. */
function reportUnreadable({ unreadable }: Discovery, settings: Settings, collect: Collect): string[] {
  for (const { path, why } of unreadable) runFailureRules({ path, code: 'FOLDER', why }, settings, collect)
  return unreadable.map(({ path }) => path)
}
