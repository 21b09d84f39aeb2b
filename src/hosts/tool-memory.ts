import type { Host } from './host-registry.ts'
import type { KnownNames } from './resolve-tools.ts'
import type { ToolEntry } from './verdict.ts'

type ByHost = WeakMap<Host, Map<string, ToolEntry>>

const memories = new WeakMap<readonly Host[], WeakMap<KnownNames, ByHost>>()

/**
 * What a host made of the tools that were looked up so far, by how they are written; where each of them stands is that of its
 * first file. The files of a fleet list the same few tools, of which a foreign one is sought among all hosts' own.
 */
export function toolMemory(host: Host, others: readonly Host[], known: KnownNames): Map<string, ToolEntry> {
  const byKnown = memories.get(others) ?? new WeakMap<KnownNames, ByHost>()
  memories.set(others, byKnown)
  const byHost: ByHost = byKnown.get(known) ?? new WeakMap()
  byKnown.set(known, byHost)
  const memory = byHost.get(host) ?? new Map<string, ToolEntry>()
  byHost.set(host, memory)
  return memory
}
