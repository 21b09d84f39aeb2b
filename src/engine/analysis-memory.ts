import type { AgentDocument } from '../document/agent-document.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import type { TextFacts } from '../facts/text-facts.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import type { Reader } from '../kit/agent-view.ts'
import type { Settings } from './settings.ts'

/** What is known of a document from itself alone. */
export interface KnownOfDocument {
  /** What its host does with it. */
  readonly verdict: LoadVerdict
  /** What it says. */
  readonly facts: AgentFacts
  readonly text: TextFacts
  /** What other hosts do with it, as far as anybody asked. */
  readonly readings: Map<Host, readonly Reader[]>
}

interface Kept extends KnownOfDocument {
  readonly host: Host
  readonly root: string
  readonly settings: Settings
}

/**
 * What earlier runs of the same process found out about documents. It holds for the same document, host, root and settings,
 * all of them the same objects: equal ones are found out about again.
 */
export type AnalysisMemory = WeakMap<AgentDocument, readonly Kept[]>

/** What is kept, else what `find` finds, which is kept for later; without a memory nothing is. */
export function knownOf(
  memory: AnalysisMemory | undefined,
  { document, host, root, settings }: Omit<Kept, keyof KnownOfDocument> & { readonly document: AgentDocument },
  find: () => KnownOfDocument,
): KnownOfDocument {
  const kept = (memory?.get(document) ?? []).filter((one) => one.settings === settings)
  const known = kept.find((one) => one.host === host && one.root === root)
  if (known !== undefined) return known
  const found = find()
  memory?.set(document, [...kept, { ...found, host, root, settings }])
  return found
}
