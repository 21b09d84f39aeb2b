import type { AgentFacts } from '../facts/agent-facts.ts'
import { type Glob, isInside, matches, mayMeet, type Witness, witness } from '../globs/index.ts'
import { type ClaimGroup, groupClaims, pairsOfGroups } from './claim-pairs.ts'
import type { PatternClaim } from './claims.ts'

/** Two agents that claim the same files, by one claim each. */
export interface Overlap {
  readonly a: PatternClaim
  readonly b: PatternClaim
  /** `inside`: all that `b` claims is also `a`'s. `by-name`: they only meet because one claims names at any depth. */
  readonly relation: 'equal' | 'inside' | 'crossing' | 'by-name'
  /** A path that both claim, which no exclusion of either takes away. */
  readonly witness: string
}

export interface OverlapResult {
  readonly overlaps: readonly Overlap[]
  /** Not all pairs were compared: there are too many. */
  readonly isCut: boolean
}

/** Overlaps beyond these say nothing new; they are bounded so that no fleet takes long. */
const limits = { overlaps: 5000, comparisons: 400_000, agentsOfPattern: 8 }

/**
 * Every two agents whose `owns` or `shares` claims have files in common, less what either excludes or only reads. One
 * overlap for each pair of agents and pair of patterns; of a pattern that many claim, the first few agents stand for all.
 */
export function findOverlaps(claims: readonly PatternClaim[]): OverlapResult {
  const owned = claims.filter(({ claim }) => isOwned(claim.stance) && claim.confidence !== 'low')
  const groups = groupClaims(owned)
  const given = givenAway(claims)
  const overlaps: Overlap[] = []
  for (const group of groups) addEqual(overlaps, group, given)
  let comparisons = 0
  for (const [outer, inner] of pairsOfGroups(groups)) {
    if (++comparisons > limits.comparisons || overlaps.length > limits.overlaps) return { overlaps, isCut: true }
    addUnequal(overlaps, outer, inner, given)
  }
  return { overlaps, isCut: overlaps.length > limits.overlaps }
}

const isOwned = (stance: string): boolean => stance === 'owns' || stance === 'shares'

/** What each agent says is not its own to write. */
function givenAway(claims: readonly PatternClaim[]): Map<AgentFacts, Glob[]> {
  const given = new Map<AgentFacts, Glob[]>()
  for (const { agent, claim, glob } of claims) {
    if (isOwned(claim.stance)) continue
    const known = given.get(agent)
    if (known === undefined) given.set(agent, [glob])
    else known.push(glob)
  }
  return given
}

function addEqual(overlaps: Overlap[], { claims }: ClaimGroup, given: ReadonlyMap<AgentFacts, Glob[]>): void {
  const few = claims.slice(0, limits.agentsOfPattern)
  for (const [i, a] of few.entries()) {
    for (const b of few.slice(i + 1)) {
      const found = shared(a, b, given)
      if (found !== undefined) overlaps.push({ a, b, relation: 'equal', witness: found })
    }
  }
}

function addUnequal(
  overlaps: Overlap[],
  first: ClaimGroup,
  second: ClaimGroup,
  given: ReadonlyMap<AgentFacts, Glob[]>,
): void {
  const [a] = first.claims
  const [b] = second.claims
  if (a === undefined || b === undefined || !mayMeet([a.glob, b.glob])) return
  if (witness([a.glob, b.glob], []) === 'none') return
  const relation = relate(a.glob, b.glob)
  for (const one of first.claims.slice(0, limits.agentsOfPattern)) {
    for (const other of second.claims.slice(0, limits.agentsOfPattern)) {
      const found = one.agent === other.agent ? undefined : shared(one, other, given)
      if (found === undefined) continue
      const isTurned = relation === 'around'
      overlaps.push({
        a: isTurned ? other : one,
        b: isTurned ? one : other,
        relation: relation === 'around' ? 'inside' : relation,
        witness: found,
      })
    }
  }
}

/** `inside`: `b` lies in `a`; `around`: the other way. */
function relate(a: Glob, b: Glob): Overlap['relation'] | 'around' {
  if (a.isByName || b.isByName) return 'by-name'
  const bInside = isInside(b, [a])
  const aInside = isInside(a, [b])
  if (aInside && bInside) return 'equal'
  if (bInside) return 'inside'
  return aInside ? 'around' : 'crossing'
}

function shared(a: PatternClaim, b: PatternClaim, given: ReadonlyMap<AgentFacts, Glob[]>): string | undefined {
  const away = [...(given.get(a.agent) ?? []), ...(given.get(b.agent) ?? [])]
  const found: Witness = witness([a.glob, b.glob], away)
  return typeof found === 'string' ? undefined : found.path
}

/** The tracked files that both claims of an overlap mean, less what their agents exclude. */
export function filesOf(overlap: Overlap, claims: readonly PatternClaim[], tracked: readonly string[]): string[] {
  const agents = new Set([overlap.a.agent, overlap.b.agent])
  const away = claims.filter(({ agent, claim }) => agents.has(agent) && !isOwned(claim.stance))
  return tracked.filter(
    (path) =>
      matches(overlap.a.glob, path) && matches(overlap.b.glob, path) && !away.some(({ glob }) => matches(glob, path)),
  )
}
