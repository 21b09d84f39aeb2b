import type { AgentFacts, Claim } from '../facts/agent-facts.ts'
import { type Glob, isGlob, parseGlob } from '../globs/index.ts'
import type { NameIndex } from './resolve-agent.ts'

/** A claim whose pattern could be read. */
export interface PatternClaim {
  readonly agent: AgentFacts
  readonly claim: Claim
  readonly glob: Glob
}

/**
 * The claims of all agents; what is no pattern of paths in the project is left out, and so is what a list of who owns what
 * says of another agent.
 */
export function patternClaims(agents: readonly AgentFacts[], names: NameIndex): PatternClaim[] {
  const parsed = new Map<string, Glob | undefined>()
  return agents.flatMap((agent) =>
    agent.claims.flatMap((claim) => {
      if (!parsed.has(claim.pattern)) parsed.set(claim.pattern, parse(claim.pattern))
      const glob = parsed.get(claim.pattern)
      return glob === undefined || isOfAnother(agent, claim, names) ? [] : [{ agent, claim, glob }]
    }),
  )
}

/** Is a claim what a list of who owns what says of another agent? */
export function isOfAnother(agent: AgentFacts, { stance, owner }: Claim, names: NameIndex): boolean {
  if (owner === undefined || stance === 'excludes') return false
  const target = names.resolve(owner)
  return target.kind === 'agent' && target.agent !== agent
}

function parse(pattern: string): Glob | undefined {
  const glob = parseGlob(pattern)
  return isGlob(glob) ? glob : undefined
}
