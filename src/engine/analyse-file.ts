import type { AgentDocument } from '../document/agent-document.ts'
import type { Parsers } from '../document/parse-document.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import { extractFacts } from '../facts/extract-facts.ts'
import type { Host } from '../hosts/host-registry.ts'
import { loadVerdict } from '../hosts/load-verdict.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import type { AgentView } from '../kit/agent-view.ts'
import { createView } from './agent-view.ts'
import { hasDocumentName } from './read-documents.ts'
import type { Settings } from './settings.ts'

export interface AnalysisRequest {
  readonly document: AgentDocument
  readonly host: Host
  readonly root: string
  /** The other hosts that read the folder. */
  readonly readers: readonly Host[]
  readonly parsers: Parsers
  readonly settings: Settings
  /** Does the root belong to a package that brings agents along? */
  readonly isInPlugin: () => boolean
}

/** One file with what its host does with it and what it says. */
export interface FileAnalysis {
  readonly document: AgentDocument
  readonly verdict: LoadVerdict
  readonly facts: AgentFacts
  /** Agents of the same root, this one left out: known once all files are analysed. */
  siblings: number
  /** The file as rules see it. */
  view(): AgentView
}

export function analyseFile(request: AnalysisRequest): FileAnalysis {
  const { document, host, root, settings } = request
  const verdict = loadVerdict(document, host, settings.hosts, settings.known)
  const facts = extractFacts(document, verdict, host, root, settings.declaredAgents)
  const analysis: FileAnalysis = {
    document,
    verdict,
    facts,
    siblings: 0,
    view: () =>
      createView({
        ...request,
        verdict,
        facts,
        siblings: analysis.siblings,
        hasDocumentName: hasDocumentName(document.source.path),
      }),
  }
  return analysis
}
