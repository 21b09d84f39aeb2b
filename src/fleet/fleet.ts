import type { HostDescriptor } from '../core/host.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import type { PatternClaim } from './claims.ts'
import type { EscalationCycle } from './escalation-cycles.ts'
import type { OverlapResult } from './overlaps.ts'
import type { NameIndex } from './resolve-agent.ts'
import type { ResolvedHandoff } from './resolved-handoff.ts'
import type { Topic } from './topics.ts'

/** One agents root of one host, seen as a whole. What costs is worked out when it is first asked for. */
export interface Fleet {
  readonly root: string
  readonly host: HostDescriptor
  /** Sorted by path. */
  readonly agents: readonly AgentFacts[]
  /** Agents by the name their host knows them by; only those that load. */
  readonly byHostName: ReadonlyMap<string, readonly AgentFacts[]>
  readonly names: NameIndex
  readonly handoffs: readonly ResolvedHandoff[]
  readonly claims: readonly PatternClaim[]
  readonly overlaps: OverlapResult
  readonly cycles: readonly EscalationCycle[]
  /** The files of the project that git tracks, relative to where patterns start; undefined outside of a repository. */
  readonly tracked: readonly string[] | undefined
  /** Does the host load all of these together: are they in a folder of its own, or in a package that brings them along? */
  readonly isLoadedWhole: () => boolean
  /** What a name looks like: two names that a reader takes for one have the same. */
  readonly looksOf: (name: string) => string
  /** The words of a text that say what it is about. */
  readonly topicOf: (text: string) => Topic
}
