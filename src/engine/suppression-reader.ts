import { directivePrefix } from '../core/directive-prefix.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Suppression } from '../facts/agent-facts.ts'

export type SuppressionReader = (document: AgentDocument) => readonly Suppression[]

/** Finds the comments that silence findings. Most fleets have none, pay one search a file, and load nothing for it. */
export async function suppressionReader(documents: readonly AgentDocument[]): Promise<SuppressionReader> {
  const mayHave = documents.filter(({ source }) => source.text.includes(directivePrefix))
  if (mayHave.length === 0) return () => []
  const { readSuppressions } = await import('../facts/suppressions.ts')
  return (document) => (mayHave.includes(document) ? readSuppressions(document) : [])
}
