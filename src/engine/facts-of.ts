import type { AgentDocument } from '../document/agent-document.ts'
import type { AgentFacts, Suppression } from '../facts/agent-facts.ts'
import { extractFacts } from '../facts/extract-facts.ts'
import { withWords } from '../facts/vocabulary.ts'
import type { Host } from '../hosts/host-registry.ts'
import type { LoadVerdict } from '../hosts/verdict.ts'
import type { Settings } from './settings.ts'

/** What a document says about its agent, in the words of the run. The verdict is that of the folder's own host. */
export const factsOf = (
  document: AgentDocument,
  verdict: LoadVerdict,
  host: Host,
  root: string,
  { words, declaredAgents }: Settings,
  suppressions: readonly Suppression[],
): AgentFacts => withWords(words, () => extractFacts(document, verdict, host, root, declaredAgents, suppressions))
