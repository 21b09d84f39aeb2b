import type { HostDescriptor } from '../core/host.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'

/** One agents root of one host, seen as a whole. */
export interface Fleet {
  readonly root: string
  readonly host: HostDescriptor
  /** Sorted by path. */
  readonly agents: readonly AgentFacts[]
  /** Agents by the name their host knows them by; only those that load. */
  readonly byHostName: ReadonlyMap<string, readonly AgentFacts[]>
}
