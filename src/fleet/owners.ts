import type { AgentFacts, Claim } from '../facts/agent-facts.ts'
import { matches } from '../globs/index.ts'
import type { Fleet } from './fleet.ts'

/** What one agent says about one path. */
export interface Stand {
  readonly agent: AgentFacts
  /** The claims that cover the path, the one that decides first. */
  readonly claims: readonly Claim[]
}

const order = ['excludes', 'owns', 'shares', 'reads']

/** Every agent that says something about a path (relative to the project); owners first, then by path. */
export function standsOn(fleet: Fleet, path: string): Stand[] {
  const byAgent = new Map<AgentFacts, Claim[]>()
  for (const { agent, claim, glob } of fleet.claims) {
    if (claim.confidence === 'low' || !matches(glob, path)) continue
    byAgent.set(agent, [...(byAgent.get(agent) ?? []), claim])
  }
  const stands = [...byAgent].map(([agent, claims]) => ({
    agent,
    claims: claims.toSorted((a, b) => order.indexOf(a.stance) - order.indexOf(b.stance)),
  }))
  return stands.sort((a, b) => rank(a) - rank(b) || (a.agent.path < b.agent.path ? -1 : 1))
}

const ranks = ['owns', 'shares', 'reads', 'excludes']

const rank = ({ claims }: Stand): number => ranks.indexOf(claims[0]?.stance ?? 'excludes')
