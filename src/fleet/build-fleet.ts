import type { HostDescriptor } from '../core/host.ts'
import { lazy } from '../core/lazy.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import { looksOf } from '../facts/look-alikes.ts'
import { patternClaims } from './claims.ts'
import { escalationCycles } from './escalation-cycles.ts'
import type { Fleet } from './fleet.ts'
import { findOverlaps } from './overlaps.ts'
import { comparePaths } from './paths-meet.ts'
import { indexNames, type OtherNames } from './resolve-agent.ts'
import { resolveHandoffs } from './resolved-handoff.ts'
import { readTopic, type StopWords } from './topics.ts'

export interface FleetRequest {
  readonly root: string
  readonly host: HostDescriptor
  /** In any order. */
  readonly facts: readonly AgentFacts[]
  readonly others: OtherNames
  readonly stopWords: () => StopWords
  readonly tracked: () => readonly string[] | undefined
  readonly isLoadedWhole: () => boolean
}

/** Puts the facts of one root together. */
export function buildFleet({ root, host, facts, others, stopWords, tracked, isLoadedWhole }: FleetRequest): Fleet {
  const agents = facts.filter((agent) => agent.isAgent).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const names = lazy(() => indexNames(agents, others))
  const handoffs = lazy(() => resolveHandoffs(agents, names()))
  const claims = lazy(() => patternClaims(agents, names()))
  const overlaps = lazy(() => findOverlaps(claims()))
  const cycles = lazy(() => escalationCycles(handoffs(), stopWords(), comparePaths()))
  const files = lazy(tracked)
  return {
    root,
    host,
    agents,
    byHostName: byHostName(agents),
    get names() {
      return names()
    },
    get handoffs() {
      return handoffs()
    },
    get claims() {
      return claims()
    },
    get overlaps() {
      return overlaps()
    },
    get cycles() {
      return cycles()
    },
    get tracked() {
      return files()
    },
    isLoadedWhole,
    looksOf,
    topicOf: (text) => readTopic(text, stopWords()),
  }
}

function byHostName(agents: readonly AgentFacts[]): Map<string, AgentFacts[]> {
  const found = new Map<string, AgentFacts[]>()
  for (const agent of agents) {
    if (agent.hostName === undefined) continue
    const same = found.get(agent.hostName.value)
    if (same === undefined) found.set(agent.hostName.value, [agent])
    else same.push(agent)
  }
  return found
}
