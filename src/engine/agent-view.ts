import { lazy } from '../core/lazy.ts'
import type { Span } from '../core/span.ts'
import type { MapValue } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { exceededLimit, measureBody } from '../document/body-complexity.ts'
import { isSurelySimple } from '../document/body-screen.ts'
import { findFenceTrouble } from '../document/fence-trouble.ts'
import type { Parsers } from '../document/parse-document.ts'
import { parseDocument } from '../document/parse-document.ts'
import { repairFence } from '../document/repair-fence.ts'
import { repairYaml } from '../document/repair-yaml.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import { mayRunCommands } from '../facts/directive-words.ts'
import { isSharedDocument } from '../facts/document-words.ts'
import { namedServers, namedSkills, ownServers, serverKey } from '../facts/named-parts.ts'
import { readCommandOrders, readToolOrders } from '../facts/orders.ts'
import { readSharedOrders } from '../facts/shared-orders.ts'
import type { TextFacts } from '../facts/text-facts.ts'
import { headOf } from '../hosts/host-name.ts'
import type { Host } from '../hosts/host-registry.ts'
import { termsOf } from '../hosts/host-terms.ts'
import { loadVerdict } from '../hosts/load-verdict.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import { isProse, misplacedKeys, unknownKeys } from '../hosts/violations.ts'
import { absolutePath, folderOf, nameOf } from '../io/paths.ts'
import type { AgentView, Reader } from '../kit/agent-view.ts'
import type { NamedParts, NamedSkills } from '../kit/presence.ts'
import type { DeclaredNames } from './declared-names.ts'
import { below } from './ignore-scopes.ts'
import type { Settings } from './settings.ts'
import type { Tree } from './tree.ts'

export interface ViewRequest {
  readonly document: AgentDocument
  readonly host: Host
  readonly verdict: LoadVerdict
  readonly facts: AgentFacts
  readonly text: TextFacts
  /** What other hosts do with the file, as far as anybody asked: more is added to it. */
  readonly readings: Map<Host, readonly Reader[]>
  readonly siblings: number
  readonly hasDocumentName: boolean
  /** The other hosts that read this folder. */
  readonly readers: readonly Host[]
  readonly parsers: Parsers
  readonly settings: Settings
  readonly isInPlugin: () => boolean
  readonly tree: Tree
  readonly declares: DeclaredNames
}

/** What rules see of a document; what costs more than a look is done when it is asked for. */
export function createView(request: ViewRequest): AgentView {
  const { document, host, verdict, facts, siblings, hasDocumentName, readers, settings, isInPlugin } = request
  const read = rememberReaders(request)
  const commandOrders = lazy(() => readCommandOrders(document.source.text, document.body))
  return {
    document,
    host,
    verdict,
    facts,
    text: request.text,
    skills: () => skillsOf(request),
    mcpServers: () => serversOf(request),
    find: (target) => request.tree.find(folderOfFile(request), target),
    siblings,
    hasDocumentName,
    head: headOf(document),
    knownModels: settings.knownModels,
    isInPlugin,
    get proseEntries() {
      return document.frontmatter.entries.filter(({ key }) => isProse(key, host))
    },
    get fenceTrouble() {
      return findFenceTrouble(document)
    },
    get fenceRepair() {
      return repairOfFence(document)
    },
    get yamlRepair() {
      return repairOfYaml(request)
    },
    get isSharedDocument() {
      return isSharedDocument(below(facts.root, facts.path) ?? nameOf(facts.path))
    },
    get mayHaveShell() {
      return hasStrangeShell(verdict)
    },
    get unknownKeys() {
      return keysUnknownToAll(document, readers, (map) => unknownKeys(map, host))
    },
    get misplacedKeys() {
      return keysUnknownToAll(document, readers, (map) => misplacedKeys(map, host))
    },
    get exceededLimit() {
      return limitExceededIn(document)
    },
    commandOrders,
    toolOrders: () => readToolOrders(document.source.text, document.body, host),
    sharedOrders: () => readSharedOrders(document, host, commandOrders),
    readers: () => readers.flatMap(read),
    knowsReaders: () => readers.every((reader) => read(reader).length > 0),
    coOwners: () => readers.filter((reader) => sharesFolder(reader, host)).flatMap(read),
  }
}

const skillsOf = ({ document, host, declares }: ViewRequest): NamedSkills => ({
  named: namedSkills(document, host),
  declared: declares.skills(),
  looseSkill: declares.looseSkill,
  hollowSkill: declares.hollowSkill,
})

/** What an agent declares itself is declared; but where the project declares nothing, others may be declared elsewhere. */
function serversOf({ document, verdict, host, declares }: ViewRequest): NamedParts {
  const own = ownServers(document, host).map(serverKey)
  const declared = declares.mcpServers()
  const named = namedServers(document, verdict, host).map(({ value, span }) => ({ value: serverKey(value), span }))
  return { named, declared: declared === undefined ? undefined : new Set([...declared, ...own]) }
}

function repairOfFence(document: AgentDocument) {
  const trouble = findFenceTrouble(document)
  return trouble === undefined ? undefined : repairFence(document, trouble)
}

function repairOfYaml({ document, host, readers }: ViewRequest) {
  // Where the block ends for one host and not for another, what is quoted for one is torn for the other.
  if (findFenceTrouble(document) !== undefined) return undefined
  return repairYaml(document, (key) => [host, ...readers].some((reader) => termsOf(reader).keys.has(key)))
}

/** Is something listed that is no tool of the host, and by its name runs commands? */
const hasStrangeShell = ({ toolEntries = [] }: LoadVerdict): boolean =>
  toolEntries.some(({ status, name }) => status !== 'usable' && mayRunCommands(name))

function limitExceededIn({ source: { text }, body }: AgentDocument) {
  return isSurelySimple(text, body) ? undefined : exceededLimit(measureBody(text, body))
}

const folderOfFile = ({ document, tree }: ViewRequest): string => folderOf(absolutePath(tree.cwd, document.source.path))

/** Rules ask for each entry of a list; the file is read once a host all the same. */
function rememberReaders(request: ViewRequest): (host: Host) => readonly Reader[] {
  const { readings } = request
  return (host) => {
    const known = readings.get(host)
    if (known !== undefined) return known
    const found = readAs(request, host)
    // What could not be read may be readable once another file has loaded what it takes.
    if (found.length > 0) readings.set(host, found)
    return found
  }
}

function readAs({ document, parsers, settings }: ViewRequest, host: Host): Reader[] {
  const own = parseDocument(document.source, host.document, parsers)
  if (own === undefined) return []
  let verdict: LoadVerdict | undefined
  return [
    {
      host,
      state: own.frontmatter.state,
      get verdict() {
        verdict ??= loadVerdict(own, host, settings.hosts, settings.known)
        return verdict
      },
    },
  ]
}

const sharesFolder = (a: Host, b: Host): boolean => a.folders.some((folder) => b.folders.includes(folder))

/** A key that any reader of the folder knows is neither unknown nor misplaced. */
function keysUnknownToAll<T extends { readonly key: string }>(
  document: AgentDocument,
  readers: readonly Host[],
  find: (frontmatter: MapValue) => readonly T[],
): (T & { readonly span: Span })[] {
  const { entries } = document.frontmatter
  const firstPlaces = new Map(entries.toReversed().map(({ key, keySpan }) => [key, keySpan]))
  return find({ kind: 'map', entries, span: document.body })
    .filter(({ key }) => !readers.some((reader) => termsOf(reader).keys.has(key)))
    .flatMap((found) => {
      const span = firstPlaces.get(found.key)
      return span === undefined ? [] : [{ ...found, span }]
    })
}
