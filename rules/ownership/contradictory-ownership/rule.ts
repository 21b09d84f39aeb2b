import {
  type AgentFacts,
  type Budget,
  createBudget,
  type Fleet,
  fleetRule,
  type Glob,
  isInside,
  type PatternClaim,
} from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'contradictory-ownership',
    category: 'ownership',
    summary: 'An agent owns a path that it also excludes, or is given one that it excludes.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      both: {
        says: '{{agent}} says of {{pattern}} that it owns it and that it does not: it will do one or the other by chance',
        help: 'delete one of the two lines',
      },
      unwanted: {
        says: '{{agent}} leaves {{pattern}} to {{owner}}, which says that it is not its own: nobody takes it',
        help: 'settle whose it is, and say so in both',
      },
    },
  },
  check(fleet, report) {
    const owned = byAgent(fleet.claims.filter(({ claim }) => claim.stance === 'owns' && claim.confidence !== 'low'))
    const excluded = byAgent(
      fleet.claims.filter(({ claim }) => claim.stance === 'excludes' && claim.confidence !== 'low'),
    )
    const budget = createBudget(stepsOfAll)
    for (const claim of [...excluded.values()].flat()) {
      const own = ownClaim(owned.get(claim.agent) ?? [], claim, budget)
      if (own !== undefined) {
        report('both', {
          path: claim.agent.path,
          at: claim.claim.span,
          data: { agent: claim.agent.name.value, pattern: own.claim.pattern },
          related: [
            { path: claim.agent.path, span: claim.claim.span, message: 'excluded here' },
            { path: own.agent.path, span: own.claim.span, message: 'owned here' },
          ],
        })
      }
      const refused = refusedBy(fleet, claim, excluded, budget)
      if (refused === undefined) continue
      report('unwanted', {
        path: claim.agent.path,
        at: claim.claim.span,
        data: { agent: claim.agent.name.value, pattern: claim.claim.pattern, owner: refused.agent.name.value },
        related: [
          { path: claim.agent.path, span: claim.claim.span, message: 'given away here' },
          { path: refused.agent.path, span: refused.claim.span, message: 'and not taken here' },
        ],
      })
    }
  },
})

/** Enough for thousands of pairs as people write them; what takes more is not taken to contradict. */
const stepsOfAll = 500_000

/** What comparing two patterns costs where nothing is searched. */
const stepsOfPair = 10

function byAgent(claims: readonly PatternClaim[]): Map<AgentFacts, PatternClaim[]> {
  const found = new Map<AgentFacts, PatternClaim[]>()
  for (const claim of claims) {
    const known = found.get(claim.agent)
    if (known === undefined) found.set(claim.agent, [claim])
    else known.push(claim)
  }
  return found
}

/** What the agent owns that is just what it excludes; parts of it, and what lies around it, are what exclusions are for. */
const ownClaim = (owned: readonly PatternClaim[], excluded: PatternClaim, budget: Budget): PatternClaim | undefined =>
  owned.find(
    ({ claim, glob }) =>
      claim.span.start !== excluded.claim.span.start &&
      (glob.normal === excluded.glob.normal ||
        (liesIn(glob, excluded.glob, budget) && liesIn(excluded.glob, glob, budget))),
  )

function liesIn(inner: Glob, outer: Glob, budget: Budget): boolean {
  budget.left -= stepsOfPair
  return budget.left > 0 && isInside(inner, [outer], budget) === true
}

/** The exclusion of the agent that is named as the owner. */
function refusedBy(
  fleet: Fleet,
  { claim, glob }: PatternClaim,
  excluded: ReadonlyMap<AgentFacts, readonly PatternClaim[]>,
  budget: Budget,
): PatternClaim | undefined {
  if (claim.owner === undefined) return undefined
  const target = fleet.names.resolve(claim.owner)
  if (target.kind !== 'agent') return undefined
  return excluded.get(target.agent)?.find((other) => liesIn(glob, other.glob, budget))
}
