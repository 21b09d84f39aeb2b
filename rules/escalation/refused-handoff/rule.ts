import { type Claim, type Fleet, fleetRule, isSameTopic, type ResolvedHandoff } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'refused-handoff',
    category: 'escalation',
    summary: 'Work is handed to an agent that says it does not do it.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      refused: {
        says: '{{agent}} hands {{path}} to {{target}}, which says that this is not its own',
        help: 'name the agent that does take it, or settle it with the owner of {{target}}',
      },
    },
  },
  check(fleet, report) {
    for (const step of fleet.handoffs) {
      const { from, handoff, target } = step
      if (target.kind !== 'agent' || target.agent === from || handoff.relation === 'mentions') continue
      if (handoff.confidence === 'low') continue
      const refusal = refusalOf(step, target.agent.claims, fleet)
      if (refusal === undefined || isOwnExclusion(step, refusal)) continue
      report('refused', {
        path: from.path,
        at: handoff.span,
        data: { agent: from.name.value, target: target.agent.name.value, path: refusal.pattern },
        related: [
          { path: from.path, span: handoff.span, message: 'handed over here' },
          { path: target.agent.path, span: refusal.span, message: 'not taken here' },
        ],
      })
    }
  },
})

/** A path that the agent itself excludes and leaves to the target is another finding: nobody takes it. */
const isOwnExclusion = ({ from, handoff }: ResolvedHandoff, refusal: Claim): boolean =>
  from.claims.some(
    ({ stance, pattern, owner }) => stance === 'excludes' && pattern === refusal.pattern && owner === handoff.to,
  )

/** The exclusion of the target for one of the handoff's own paths, spelt alike and in words of the same topic. */
function refusalOf({ handoff }: ResolvedHandoff, claims: readonly Claim[], fleet: Fleet): Claim | undefined {
  if (handoff.paths.length === 0) return undefined
  return claims.find(
    ({ stance, confidence, pattern, topic }) =>
      stance === 'excludes' &&
      confidence === 'high' &&
      handoff.paths.includes(pattern) &&
      (handoff.topic === undefined || isSameTopic(fleet.topicOf(handoff.topic), fleet.topicOf(topic)) || topic === ''),
  )
}
