import { lazy } from '../core/lazy.ts'
import type { HostFrom } from '../core/report.ts'
import type { SourceFile } from '../core/source-file.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { loadParsers, noParsers, parseDocument } from '../document/parse-document.ts'
import type { AgentFacts, Claim, Handoff } from '../facts/agent-facts.ts'
import { buildFleet } from '../fleet/build-fleet.ts'
import { isOfAnother } from '../fleet/claims.ts'
import type { Fleet } from '../fleet/fleet.ts'
import type { Host } from '../hosts/host-registry.ts'
import { loadVerdict } from '../hosts/load-verdict.ts'
import { portabilityLosses } from '../hosts/losses.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import type { FileSystem } from '../io/file-system.ts'
import { discover, type Root } from './discover.ts'
import { factsOf } from './facts-of.ts'
import { fleetRequest } from './fleet-request.ts'
import { type ChosenHost, readDocuments } from './read-documents.ts'
import { rememberReads } from './remember-reads.ts'
import type { Settings } from './settings.ts'

export interface InspectRequest {
  readonly paths: readonly string[]
  readonly settings: Settings
  readonly ignores: readonly string[]
  readonly ignoresFolder: string
  /** Folders (absolute) whose hosts the configuration names. */
  readonly configured: readonly string[]
  readonly chooseHost: (root: string) => ChosenHost | undefined
  /** Ask these hosts about every `.md` file; none: each root's own host about its agents. */
  readonly hosts: readonly Host[]
}

/** One file, and what each host makes of it. */
export interface InspectedAgent {
  readonly path: string
  readonly root: string
  readonly host: string
  readonly name: string
  readonly hosts: Readonly<Record<string, LoadVerdict>>
  readonly claims: readonly Claim[]
  readonly handoffs: readonly InspectedHandoff[]
  /** The file, which the places of claims and handoffs are offsets of. */
  readonly text: string
}

export interface InspectedHandoff extends Handoff {
  readonly target: AgentFacts | undefined
}

export interface Inspection {
  readonly agents: readonly InspectedAgent[]
  readonly unmatched: readonly string[]
  readonly failures: readonly { readonly path: string; readonly why: string }[]
  readonly roots: readonly { readonly path: string; readonly host: string; readonly hostFrom: HostFrom }[]
}

/** What each host does with each file, alone. */
export async function inspect(disk: FileSystem, request: InspectRequest): Promise<Inspection> {
  const fs = rememberReads(disk)
  const { settings, hosts } = request
  const everyMarkdownFile = hosts.length > 0
  const discovery = await discover(fs, { ...request, hosts: settings.hosts, everyMarkdownFile })
  const agents: InspectedAgent[] = []
  const failures: { path: string; why: string }[] = [...discovery.unreadable]
  const roots: { path: string; host: string; hostFrom: HostFrom }[] = []
  for (const root of discovery.roots) {
    const documents = await readDocuments(fs, root, request.chooseHost(root.path), settings)
    roots.push({ path: root.path, host: documents.host.id, hostFrom: documents.hostFrom })
    failures.push(...documents.failures)
    const sources = everyMarkdownFile ? readable(fs, root) : documents.documents.map(({ source }) => source)
    agents.push(...(await inspectSources(fs, sources, root, documents.host, hosts, settings)))
  }
  const focus = new Set(discovery.focus)
  const asked = focus.size === 0 ? agents : agents.filter(({ path }) => focus.has(path))
  return { agents: asked, unmatched: discovery.unmatched, failures, roots }
}

const readable = (fs: FileSystem, root: Root): SourceFile[] =>
  root.files.flatMap((path) => {
    const read = fs.readFile(path)
    return read.ok ? [read.value] : []
  })

async function inspectSources(
  fs: FileSystem,
  sources: readonly SourceFile[],
  root: Root,
  own: Host,
  asked: readonly Host[],
  settings: Settings,
): Promise<InspectedAgent[]> {
  const hosts = asked.length > 0 ? asked : [own]
  const read = verdictReader([own, ...hosts], settings)
  const all: AgentFacts[] = []
  for (const source of sources) {
    const { document, verdict } = await read(source, own)
    all.push(factsOf(document, verdict, own, root.path, settings, []))
  }
  const fleetOf = (facts: readonly AgentFacts[]): Fleet =>
    buildFleet(fleetRequest(fs, root.path, own, facts, settings, { isElsewhere: () => false }))
  const fleet = fleetOf(all)
  // What the host does not load is no agent of the fleet; whom it names is told all the same.
  const meant = lazy(() => fleetOf(all.map((facts) => ({ ...facts, isAgent: true }))))
  const agents: InspectedAgent[] = []
  for (const [i, source] of sources.entries()) {
    const facts = all[i]
    if (facts === undefined) continue
    const verdicts: [string, LoadVerdict][] = []
    for (const host of hosts) {
      const { document, verdict } = await read(source, host)
      verdicts.push([host.id, { ...verdict, lost: portabilityLosses(document, verdict, host, settings.hosts) }])
    }
    const { path, text } = source
    const place = { path, root: root.path, host: own.id, name: facts.name.value }
    agents.push({
      ...place,
      hosts: Object.fromEntries(verdicts),
      ...saidInFleet(facts, facts.isAgent ? fleet : meant()),
      text,
    })
  }
  return agents
}

type ReadVerdict = (source: SourceFile, host: Host) => Promise<{ document: AgentDocument; verdict: LoadVerdict }>

/** Reads a file as one of the hosts does; parsers are loaded for all of them when the first file needs one. */
function verdictReader(hosts: readonly Host[], settings: Settings): ReadVerdict {
  let parsers = noParsers
  return async (source, host) => {
    let document = parseDocument(source, host.document, parsers)
    if (document === undefined) {
      parsers = await loadParsers(hosts.map((one) => one.document))
      document = parseDocument(source, host.document, parsers)
    }
    if (document === undefined) throw new Error('a document needs a parser that no dialect names')
    return { document, verdict: loadVerdict(document, host, settings.hosts, settings.known) }
  }
}

/** What an agent owns and hands over, once it is known who else there is. */
function saidInFleet(facts: AgentFacts, fleet: Fleet): Pick<InspectedAgent, 'claims' | 'handoffs'> {
  const claims = facts.claims.map((claim) => (isOfAnother(facts, claim, fleet.names) ? asHint(claim) : claim))
  const handoffs = fleet.handoffs
    .filter(({ from }) => from.path === facts.path)
    .map(({ handoff, target }) => ({ ...handoff, target: target.kind === 'agent' ? target.agent : undefined }))
  return { claims, handoffs }
}

/** What a list of who owns what says of another agent is no claim of the one that holds the list. */
const asHint = (claim: Claim): Claim => ({ ...claim, confidence: 'low' })
