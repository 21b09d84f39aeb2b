import type { HostDescriptor } from '../core/host.ts'
import type { AgentFacts } from '../facts/agent-facts.ts'
import type { Fleet } from './fleet.ts'

/** Puts the facts of one root together. The order of `facts` does not matter. */
export function buildFleet(root: string, host: HostDescriptor, facts: readonly AgentFacts[]): Fleet {
  const agents = facts.filter((agent) => agent.isAgent).toSorted((a, b) => (a.path < b.path ? -1 : 1))
  const byHostName = new Map<string, AgentFacts[]>()
  for (const agent of agents) {
    if (agent.hostName === undefined) continue
    const same = byHostName.get(agent.hostName.value)
    if (same === undefined) byHostName.set(agent.hostName.value, [agent])
    else same.push(agent)
  }
  return { root, host, agents, byHostName }
}
