import { fleetRule } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'unreachable-agent',
    category: 'escalation',
    summary: 'An agent that is never chosen by itself, and to which no other hands anything.',
    severity: 'info',
    confidence: 'medium',
    presets: [],
    since: '0.1.0',
    needs: 'manualKey',
    messages: {
      unreachable: {
        says: '{{agent}} is not chosen by itself, and no agent of {{root}} hands it anything: only a person who knows its name gets to it',
        help: 'let another agent hand work to it, or let it be chosen by its description',
      },
    },
  },
  check(fleet, report) {
    const reached = new Set(
      fleet.handoffs.flatMap(({ from, handoff, target }) =>
        target.kind === 'agent' && target.agent !== from && handoff.relation !== 'mentions' ? [target.agent] : [],
      ),
    )
    for (const agent of fleet.agents) {
      if (!agent.isManual || reached.has(agent)) continue
      report('unreachable', {
        path: agent.path,
        at: agent.name.span,
        data: { agent: agent.name.value, root: fleet.root },
        identity: [agent.name.value],
      })
    }
  },
})
