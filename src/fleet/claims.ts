import type { AgentFacts, Claim } from '../facts/agent-facts.ts'
import { type Glob, isGlob, parseGlob } from '../globs/index.ts'

/** A claim whose pattern could be read. */
export interface PatternClaim {
  readonly agent: AgentFacts
  readonly claim: Claim
  readonly glob: Glob
}

/** The claims of all agents; what is no pattern of paths in the project is left out. */
export function patternClaims(agents: readonly AgentFacts[]): PatternClaim[] {
  const parsed = new Map<string, Glob | undefined>()
  return agents.flatMap((agent) =>
    agent.claims.flatMap((claim) => {
      if (!parsed.has(claim.pattern)) parsed.set(claim.pattern, parse(claim.pattern))
      const glob = parsed.get(claim.pattern)
      return glob === undefined ? [] : [{ agent, claim, glob }]
    }),
  )
}

function parse(pattern: string): Glob | undefined {
  const glob = parseGlob(pattern)
  return isGlob(glob) ? glob : undefined
}
