import type { FileSystem } from '../io/file-system.ts'
import { analyseFile, type FileAnalysis } from './analyse-file.ts'
import type { Root } from './discover.ts'
import { liesInPlugin } from './plugin-root.ts'
import type { Tick } from './progress.ts'
import { type ChosenHost, type Documents, readDocuments } from './read-documents.ts'
import type { RunMemory } from './run-memory.ts'
import type { Settings } from './settings.ts'
import { type SuppressionReader, suppressionReader } from './suppression-reader.ts'

export interface RootRequest {
  readonly settings: Settings
  /** The host of a root, if the user says. */
  readonly chooseHost: (root: string) => ChosenHost | undefined
  readonly memory?: RunMemory | undefined
  /** Told of each file that is read. */
  readonly progress?: Tick | undefined
}

/** The files of one root, and what each says. */
export interface RootReading {
  readonly root: Root
  readonly documents: Documents
  readonly analyses: readonly FileAnalysis[]
}

/** A request that may choose several hosts for a root. */
export type RootsRequest = Omit<RootRequest, 'chooseHost'> & {
  readonly chooseHosts: (root: string) => readonly ChosenHost[]
}

/** Reads and analyses every root, once for each host that the user chooses for it. */
export async function readRoots(fs: FileSystem, roots: readonly Root[], request: RootsRequest): Promise<RootReading[]> {
  const readings: RootReading[] = []
  for (const root of roots) {
    const chosen = request.chooseHosts(root.path)
    for (const one of chosen.length === 0 ? [undefined] : chosen)
      readings.push(await readRoot(fs, root, { ...request, chooseHost: () => one }))
  }
  return readings
}

/** Reads and analyses one root. `chooseHost` as the user says it. */
export async function readRoot(
  fs: FileSystem,
  root: Root,
  { settings, chooseHost, memory, progress }: RootRequest,
): Promise<RootReading> {
  const documents = await readDocuments(fs, root, chooseHost(root.path), settings, memory?.documents)
  const readSuppressions = await suppressionReader(documents.documents)
  return { root, documents, analyses: analyse(fs, documents, root, { settings, memory, progress }, readSuppressions) }
}

function analyse(
  fs: FileSystem,
  documents: Documents,
  root: Root,
  { settings, memory, progress }: Pick<RootRequest, 'settings' | 'memory' | 'progress'>,
  readSuppressions: SuppressionReader,
): FileAnalysis[] {
  const { host, parsers } = documents
  const readers = documents.readers.filter((reader) => reader.id !== host.id)
  const isInPlugin = () => liesInPlugin(fs, root.path, host)
  const common = {
    host,
    root: root.path,
    readers,
    parsers,
    settings,
    readSuppressions,
    isInPlugin,
    memory: memory?.analyses,
  }
  const analyses = documents.documents.map((document) => {
    progress?.()
    return analyseFile({ document, ...common })
  })
  const agents = analyses.filter(({ facts }) => facts.isAgent).length
  for (const analysis of analyses) analysis.siblings = agents - (analysis.facts.isAgent ? 1 : 0)
  return analyses
}
