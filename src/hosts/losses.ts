import { quote } from '../core/message.ts'
import { entryOf } from '../core/value.ts'
import type { AgentDocument } from '../document/agent-document.ts'
import type { Host } from './host-registry.ts'
import { grants } from './resolve-tools.ts'
import type { LoadVerdict } from './verdict.ts'
import { knownKeys } from './violations.ts'

type Loss = LoadVerdict['lost'][number]

/**
 * What of a file that loads does not arrive, or means something else than it does elsewhere: beside the fields that the
 * verdict names, keys that only `others` know, and lists of tools that grant other than what they say.
 */
export function portabilityLosses(
  document: AgentDocument,
  verdict: LoadVerdict,
  host: Host,
  others: readonly Host[],
): readonly Loss[] {
  if (!verdict.loads) return []
  if (document.frontmatter.isPassedOver === true) {
    return [{ field: 'frontmatter', why: 'all of it is passed over, and becomes a part of the prompt' }]
  }
  const named = new Set(verdict.lost.map(({ field }) => field))
  const more = [...toolLosses(document, verdict, host), ...keyLosses(document, host, others)]
  return [...verdict.lost, ...more.filter(({ field }) => !named.has(field))]
}

function keyLosses({ frontmatter }: AgentDocument, host: Host, others: readonly Host[]): Loss[] {
  const known = knownKeys(host)
  const keys = [...new Set(frontmatter.entries.map(({ key }) => key))].filter((key) => !known.has(key))
  if (host.schema['x-unknown'] === 'passes-on') {
    return keys.map((field) => ({ field, why: 'is sent to the model provider as an option' }))
  }
  // A key that no program knows is a note of somebody's, and lost nowhere.
  const foreign = keys.filter((key) => others.some((other) => other.folders.length > 0 && knownKeys(other).has(key)))
  return foreign.map((field) => ({ field, why: whyUnknown(field, host, others) }))
}

function whyUnknown(field: string, host: Host, others: readonly Host[]): string {
  const isToolList = field !== host.tools.field && others.some(({ tools }) => tools.field === field)
  return isToolList ? 'restricts nothing: the agent gets every tool' : 'is no key that it knows'
}

function toolLosses({ frontmatter }: AgentDocument, verdict: LoadVerdict, { tools }: Host): Loss[] {
  const { toolEntries } = verdict
  const { field } = tools
  if (toolEntries === undefined || entryOf(frontmatter.entries, field) === undefined) return []
  if (toolEntries.length === 0) {
    const all = { field, why: 'is empty, and here that grants every tool' }
    return tools.empty === 'all' ? [all] : [{ field, why: 'is empty, and here that grants no tool' }]
  }
  const useless = toolEntries.filter((entry) => !grants(entry)).map(({ written }) => written)
  if (useless.length === 0) return []
  if (useless.length === toolEntries.length) {
    return [{ field, why: `has no name that it knows: the agent ${tools.unresolved}` }]
  }
  return [{ field, why: `loses ${quote(useless)}` }]
}
