import { type Fleet, fleetRule, isInside, type PatternClaim } from '../../../src/kit/index.ts'

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
    const excluded = fleet.claims.filter(({ claim }) => claim.stance === 'excludes' && claim.confidence !== 'low')
    for (const claim of excluded) {
      const owned = ownClaim(fleet, claim)
      if (owned !== undefined) {
        report('both', {
          path: claim.agent.path,
          at: claim.claim.span,
          data: { agent: claim.agent.name.value, pattern: owned.claim.pattern },
          related: [
            { path: claim.agent.path, span: claim.claim.span, message: 'excluded here' },
            { path: owned.agent.path, span: owned.claim.span, message: 'owned here' },
          ],
        })
      }
      const refused = refusedBy(fleet, claim, excluded)
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

/** The claim of the same agent that is just what it excludes; parts of it, and what lies around it, are what exclusions are for. */
const ownClaim = ({ claims }: Fleet, excluded: PatternClaim): PatternClaim | undefined =>
  claims.find(
    ({ agent, claim, glob }) =>
      agent === excluded.agent &&
      claim.stance === 'owns' &&
      claim.confidence !== 'low' &&
      claim.span.start !== excluded.claim.span.start &&
      isInside(glob, [excluded.glob]) === true &&
      isInside(excluded.glob, [glob]) === true,
  )

/** The exclusion of the agent that is named as the owner. */
function refusedBy(
  fleet: Fleet,
  { claim, glob }: PatternClaim,
  excluded: readonly PatternClaim[],
): PatternClaim | undefined {
  if (claim.owner === undefined) return undefined
  const target = fleet.names.resolve(claim.owner)
  if (target.kind !== 'agent') return undefined
  return excluded.find((other) => other.agent === target.agent && isInside(glob, [other.glob]) === true)
}
