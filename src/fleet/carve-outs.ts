import type { AgentFacts, Stance } from '../facts/agent-facts.ts'
import { type Budget, type Glob, isInside, mayMeet } from '../globs/index.ts'
import type { PatternClaim } from './claims.ts'

export const isOwned = (stance: Stance): boolean => stance === 'owns' || stance === 'shares'

/**
 * What an agent leaves to others of a path that it owns. What lies around the path takes nothing away, as the closer word
 * counts ("owns `src/api/`, leaves all other of `src/`"), and neither does reading what one owns. The function remembers.
 */
export function carveOuts(claims: readonly PatternClaim[], budget: Budget): (claim: PatternClaim) => readonly Glob[] {
  const given = new Map<AgentFacts, PatternClaim[]>()
  for (const claim of claims) {
    if (isOwned(claim.claim.stance)) continue
    const known = given.get(claim.agent)
    if (known === undefined) given.set(claim.agent, [claim])
    else known.push(claim)
  }
  const found = new Map<PatternClaim, readonly Glob[]>()
  return (owned) => {
    const known = found.get(owned)
    if (known !== undefined) return known
    const less = (given.get(owned.agent) ?? []).filter((one) => takesFrom(one, owned.glob, budget))
    const globs = less.map(({ glob }) => glob)
    found.set(owned, globs)
    return globs
  }
}

/** Where it cannot be decided what lies in what, the exclusion counts: rather no finding than an invented one. */
function takesFrom({ claim, glob }: PatternClaim, owned: Glob, budget: Budget): boolean {
  if (!mayMeet([glob, owned])) return false
  if (isInside(owned, [glob], budget) !== true) return true
  return claim.stance === 'excludes' && isInside(glob, [owned], budget) === true
}
