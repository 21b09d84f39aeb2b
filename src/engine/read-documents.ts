import type { DocumentDialect } from '../core/host.ts'
import type { HostFrom, PassedOver } from '../core/report.ts'
import type { SourceFile } from '../core/source-file.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import { findFenceTrouble } from '../document/fence-trouble.ts'
import { loadParsers, noParsers, type Parsers, parseDocument } from '../document/parse-document.ts'
import type { Host } from '../hosts/host-registry.ts'
import { fallbackHost, inferHost } from '../hosts/infer-host.ts'
import type { FileSystem } from '../io/file-system.ts'
import { nameOf } from '../io/paths.ts'
import type { Root } from './discover.ts'
import { type DocumentMemory, keep, loadedParsers, remembered } from './document-memory.ts'
import { readersOf } from './root-names.ts'
import type { Settings } from './settings.ts'

/** The files of one root, read in the dialect of its host. */
export interface Documents {
  readonly host: Host
  readonly hostFrom: HostFrom
  /** Every host that reads a folder like this one. */
  readonly readers: readonly Host[]
  readonly documents: readonly AgentDocument[]
  readonly failures: readonly { readonly path: string; readonly code: string; readonly why: string }[]
  readonly passedOver: readonly PassedOver[]
  readonly parsers: Parsers
}

export interface ChosenHost {
  readonly host: Host
  readonly from: HostFrom
}

/** Reads the files, decides the host (`chosen` > the folder's name > what the files say), and parses what is not in `memory`. */
export async function readDocuments(
  fs: FileSystem,
  root: Root,
  chosen: ChosenHost | undefined,
  settings: Settings,
  memory?: DocumentMemory,
): Promise<Documents> {
  const { sources, failures } = readSources(fs, root.files)
  const fixed = chosen ?? (root.host === undefined ? undefined : { host: root.host, from: 'path' as const })
  const fallback = fallbackHost(settings.hosts)
  if (fallback === undefined) throw new Error('there is no host to read with')
  let reading = await parseAll(sources, (fixed?.host ?? fallback).document, noParsers, memory)
  const { host, from } = fixed ?? { host: inferHost(reading.documents, settings.hosts) ?? fallback, from: 'inferred' }
  if (host !== (fixed?.host ?? fallback)) reading = await parseAll(sources, host.document, reading.parsers, memory)
  const { kept, passedOver } = withoutDocumentation(reading.documents)
  const readers = root.readers.length > 0 ? root.readers : readersOf(`/${host.folders[0] ?? ''}`, settings.hosts)
  return { host, hostFrom: from, readers, documents: kept, failures, passedOver, parsers: reading.parsers }
}

function readSources(
  fs: FileSystem,
  files: readonly string[],
): { sources: SourceFile[]; failures: Documents['failures'] } {
  const sources: SourceFile[] = []
  const failures: { path: string; code: string; why: string }[] = []
  for (const path of files) {
    const read = fs.readFile(path)
    if (read.ok) sources.push(read.value)
    else failures.push({ path, ...read.failure })
  }
  return { sources, failures }
}

/** Parsers are loaded when the first file needs one: most fleets never do. */
async function parseAll(
  sources: readonly SourceFile[],
  dialect: DocumentDialect,
  given: Parsers,
  memory: DocumentMemory | undefined,
): Promise<{ documents: AgentDocument[]; parsers: Parsers }> {
  let parsers = loadedParsers(memory, dialect) ?? given
  const documents: AgentDocument[] = []
  for (const source of sources) {
    let document = remembered(memory, source, dialect) ?? parseDocument(source, dialect, parsers)
    if (document === undefined) {
      parsers = await loadParsers([dialect])
      document = parseDocument(source, dialect, parsers)
    }
    if (document !== undefined) documents.push(document)
  }
  keep(memory, dialect, { documents, parsers })
  return { documents, parsers }
}

const documentNames: ReadonlySet<string> = new Set([
  'readme',
  'changelog',
  'contributing',
  'license',
  'licence',
  'code_of_conduct',
  'security',
  'agents',
  'claude',
  'gemini',
  'skill',
  'index',
  'overview',
])

/** Is the file called as documentation is: README, or README and more behind a dot, a hyphen or an underscore? */
export function hasDocumentName(path: string): boolean {
  const stem = nameOf(path).toLowerCase().replace(/\.md$/, '')
  return documentNames.has(stem) || documentNames.has(stem.split(/[._-]/, 1)[0] ?? '')
}

/** README and the like are left alone where nothing in them says that they are meant as agents. */
function withoutDocumentation(documents: readonly AgentDocument[]): {
  kept: AgentDocument[]
  passedOver: PassedOver[]
} {
  const isDocumentation = (document: AgentDocument): boolean =>
    hasDocumentName(document.source.path) &&
    !document.frontmatter.entries.some(({ key }) => key === 'name') &&
    findFenceTrouble(document) === undefined
  const passedOver = documents
    .filter(isDocumentation)
    .map(({ source }) => ({ path: source.path, why: 'it is documentation, by its name, and has no `name`' }))
  return { kept: documents.filter((document) => !isDocumentation(document)), passedOver }
}
