import type { AgentDocument } from '../document/agent-document.ts'
import type { Parsers } from '../document/parse-document.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import { textFacts } from '../facts/text-facts.ts'
import type { Host } from '../hosts/host-registry.ts'
import { loadVerdict } from '../hosts/load-verdict.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import type { AgentView } from '../kit/agent-view.ts'
import { createView } from './agent-view.ts'
import { type AnalysisMemory, type KnownOfDocument, knownOf } from './analysis-memory.ts'
import type { DeclaredNames } from './declared-names.ts'
import { factsOf } from './facts-of.ts'
import { hasDocumentName } from './read-documents.ts'
import type { Settings } from './settings.ts'
import type { SuppressionReader } from './suppression-reader.ts'
import type { Tree } from './tree.ts'

export interface AnalysisRequest {
  readonly document: AgentDocument
  readonly host: Host
  readonly root: string
  /** The other hosts that read the folder. */
  readonly readers: readonly Host[]
  readonly parsers: Parsers
  readonly settings: Settings
  readonly readSuppressions: SuppressionReader
  /** Does the root belong to a package that brings agents along? */
  readonly isInPlugin: () => boolean
  /** What earlier runs found out. */
  readonly memory: AnalysisMemory | undefined
}

/** The project that a root lies in. */
export interface Surroundings {
  readonly tree: Tree
  readonly declares: DeclaredNames
}

/** One file with what its host does with it and what it says. */
export interface FileAnalysis {
  readonly document: AgentDocument
  readonly verdict: LoadVerdict
  readonly facts: AgentFacts
  /** Agents of the same root, this one left out: known once all files are analysed. */
  siblings: number
  /** The file as rules see it. */
  view(surroundings: Surroundings): AgentView
}

export function analyseFile(request: AnalysisRequest): FileAnalysis {
  const { document, memory } = request
  const known = knownOf(memory, request, () => findOut(request))
  const { verdict, facts } = known
  const analysis: FileAnalysis = {
    document,
    verdict,
    facts,
    siblings: 0,
    view: (surroundings) =>
      createView({
        ...request,
        ...surroundings,
        ...known,
        siblings: analysis.siblings,
        hasDocumentName: hasDocumentName(document.source.path),
      }),
  }
  return analysis
}

function findOut({ document, host, root, settings, readSuppressions }: AnalysisRequest): KnownOfDocument {
  const verdict = loadVerdict(document, host, settings.hosts, settings.known)
  const facts = factsOf(document, verdict, host, root, settings, readSuppressions(document))
  return { verdict, facts, text: textFacts(document), readings: new Map() }
}
