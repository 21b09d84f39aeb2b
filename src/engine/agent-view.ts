import type { AgentDocument } from '../document/agent-document.ts'
import { exceededLimit, measureBody } from '../document/body-complexity.ts'
import { isSurelySimple } from '../document/body-screen.ts'
import { findFenceTrouble } from '../document/fence-trouble.ts'
import type { Parsers } from '../document/parse-document.ts'
import { parseDocument } from '../document/parse-document.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import { headOf } from '../hosts/host-name.ts'
import type { Host } from '../hosts/host-registry.ts'
import { termsOf } from '../hosts/host-terms.ts'
import { loadVerdict } from '../hosts/load-verdict.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import { unknownKeys } from '../hosts/violations.ts'
import type { AgentView, Reader, UnknownKey } from '../kit/agent-view.ts'
import type { Settings } from './settings.ts'

export interface ViewRequest {
  readonly document: AgentDocument
  readonly host: Host
  readonly verdict: LoadVerdict
  readonly facts: AgentFacts
  readonly siblings: number
  readonly hasDocumentName: boolean
  /** The other hosts that read this folder. */
  readonly readers: readonly Host[]
  readonly parsers: Parsers
  readonly settings: Settings
}

/** What rules see of a document; what costs more than a look is done when it is asked for. */
export function createView(request: ViewRequest): AgentView {
  const { document, host, verdict, facts, siblings, hasDocumentName, readers, settings } = request
  const read = rememberReaders(request)
  return {
    document,
    host,
    verdict,
    facts,
    siblings,
    hasDocumentName,
    head: headOf(document),
    knownModels: settings.knownModels,
    get fenceTrouble() {
      return findFenceTrouble(document)
    },
    get unknownKeys() {
      return keysUnknownToAll(document, host, readers)
    },
    get exceededLimit() {
      const { text } = document.source
      return isSurelySimple(text, document.body) ? undefined : exceededLimit(measureBody(text, document.body))
    },
    readers: () => readers.flatMap(read),
    coOwners: () => readers.filter((reader) => sharesFolder(reader, host)).flatMap(read),
  }
}

/** Rules ask for each entry of a list; the file is read once a host all the same. */
function rememberReaders(request: ViewRequest): (host: Host) => readonly Reader[] {
  const known = new Map<Host, readonly Reader[]>()
  return (host) => {
    const reader = known.get(host) ?? readAs(request, host)
    known.set(host, reader)
    return reader
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

/** A key that any reader of the folder knows is not unknown. */
function keysUnknownToAll(document: AgentDocument, host: Host, readers: readonly Host[]): UnknownKey[] {
  const { entries } = document.frontmatter
  const map = { kind: 'map', entries, span: document.body } as const
  const firstPlaces = new Map(entries.toReversed().map(({ key, keySpan }) => [key, keySpan]))
  return unknownKeys(map, host)
    .filter(({ key }) => !readers.some((reader) => termsOf(reader).keys.has(key)))
    .flatMap(({ key, meant }) => {
      const span = firstPlaces.get(key)
      return span === undefined ? [] : [{ key, meant, span }]
    })
}
