import { type Budget, createBudget, type Glob, isInside, matches, mayMeet, witness } from '../globs/index.ts'
import { carveOuts, isOwned } from './carve-outs.ts'
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
  /** What the two leave to others of these claims. */
  readonly less: readonly Glob[]
  /** How many further agents claim one of the two patterns, where it are so many that `a` and `b` stand for all. */
  readonly more: number
  /** The first of them. */
  readonly others: readonly PatternClaim[]
}

export interface OverlapResult {
  readonly overlaps: readonly Overlap[]
  /** Pairs of which it was not found out, within what a search may take, whether they have files in common. */
  readonly undecided: readonly (readonly [PatternClaim, PatternClaim])[]
  /** Where comparing was given up, as there is too much: the claim that would have been next. */
  readonly cutAt: PatternClaim | undefined
}

/** Overlaps beyond these say nothing new; they are bounded so that no fleet takes long. Steps are those of searches. */
const limits = { overlaps: 5000, comparisons: 400_000, steps: 2_000_000, undecided: 100, pairsOfPattern: 28, others: 8 }

interface Finding {
  readonly overlaps: Overlap[]
  readonly undecided: [PatternClaim, PatternClaim][]
  readonly less: (claim: PatternClaim) => readonly Glob[]
  readonly budget: Budget
}

/**
 * Every two agents whose `owns` or `shares` claims have files in common, less what either excludes or only reads. One
 * overlap for each pair of agents and pair of patterns; where many agents claim a pattern, one for all of them.
 */
export function findOverlaps(claims: readonly PatternClaim[]): OverlapResult {
  const owned = claims.filter(({ claim }) => isOwned(claim.stance) && claim.confidence !== 'low')
  const groups = groupClaims(owned)
  const budget = createBudget(limits.steps)
  const finding: Finding = { overlaps: [], undecided: [], less: carveOuts(claims, budget), budget }
  const { overlaps, undecided } = finding
  for (const group of groups) {
    if (isTooMuch(finding)) return { overlaps, undecided, cutAt: group.claims[0] }
    addPairs(finding, pairsIn(group), [group], 'equal')
  }
  let comparisons = 0
  for (const [outer, inner] of pairsOfGroups(groups)) {
    if (++comparisons > limits.comparisons || isTooMuch(finding)) return { overlaps, undecided, cutAt: inner.claims[0] }
    addUnequal(finding, outer, inner)
  }
  return { overlaps, undecided, cutAt: undefined }
}

const isTooMuch = ({ overlaps, undecided, budget }: Finding): boolean =>
  overlaps.length > limits.overlaps || undecided.length > limits.undecided || budget.left <= 0

type Pair = readonly [PatternClaim, PatternClaim]

const pairsIn = ({ claims }: ClaimGroup): Pair[] =>
  claims.slice(0, 30).flatMap((a, i) => claims.slice(i + 1, 30).map((b): Pair => [a, b]))

const pairsBetween = (outer: ClaimGroup, inner: ClaimGroup): Pair[] =>
  outer.claims
    .slice(0, 30)
    .flatMap((a) => inner.claims.slice(0, 30).flatMap((b): Pair[] => (a.agent === b.agent ? [] : [[a, b]])))

function addUnequal(finding: Finding, first: ClaimGroup, second: ClaimGroup): void {
  const [a] = first.claims
  const [b] = second.claims
  if (a === undefined || b === undefined || !mayMeet([first.glob, second.glob])) return
  const met = witness([first.glob, second.glob], [], finding.budget)
  if (met === 'none') return
  if (met === 'undecided') {
    finding.undecided.push([a, b])
    return
  }
  const relation = relate(first.glob, second.glob, finding.budget)
  const [outer, inner] = relation === 'around' ? [second, first] : [first, second]
  addPairs(finding, pairsBetween(outer, inner), [outer, inner], relation === 'around' ? 'inside' : relation)
}

/** Each pair that meets, or one that stands for all where there are many. */
function addPairs(
  finding: Finding,
  pairs: readonly Pair[],
  groups: readonly ClaimGroup[],
  relation: Overlap['relation'],
) {
  const isMany = pairs.length > limits.pairsOfPattern
  for (const [a, b] of pairs) {
    const less = [...finding.less(a), ...finding.less(b)]
    const found = witness([a.glob, b.glob], less, finding.budget)
    if (found === 'undecided') finding.undecided.push([a, b])
    if (typeof found === 'string') continue
    const rest = isMany ? othersOf(groups, a, b) : { more: 0, others: [] }
    finding.overlaps.push({ a, b, relation, witness: found.path, less, ...rest })
    if (isMany) return
  }
}

function othersOf(groups: readonly ClaimGroup[], a: PatternClaim, b: PatternClaim): Pick<Overlap, 'more' | 'others'> {
  const [large, small] = groups.toSorted((one, other) => other.claims.length - one.claims.length)
  const onlySmall = small?.claims.filter(({ agent }) => large?.agents.has(agent) !== true) ?? []
  const more = (large?.claims.length ?? 0) + onlySmall.length - 2
  const first = [...(large?.claims.slice(0, limits.others + 2) ?? []), ...onlySmall.slice(0, limits.others)]
  const others = first.filter(({ agent }) => agent !== a.agent && agent !== b.agent)
  return { more, others: others.slice(0, limits.others) }
}

/** `inside`: `b` lies in `a`; `around`: the other way. What cannot be decided is only known to cross. */
function relate(a: Glob, b: Glob, budget: Budget): Overlap['relation'] | 'around' {
  if (a.isByName || b.isByName) return 'by-name'
  const bInside = isInside(b, [a], budget) === true
  const aInside = isInside(a, [b], budget) === true
  if (aInside && bInside) return 'equal'
  if (bInside) return 'inside'
  return aInside ? 'around' : 'crossing'
}

/** The tracked files that both claims of an overlap mean, less what their agents exclude. */
export const filesOf = ({ a, b, less }: Overlap, tracked: readonly string[]): string[] =>
  tracked.filter((path) => matches(a.glob, path) && matches(b.glob, path) && !less.some((glob) => matches(glob, path)))
