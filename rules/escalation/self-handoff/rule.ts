import { fleetRule } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'self-handoff',
    category: 'escalation',
    summary: 'An agent hands work to itself.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      self: {
        says: '{{agent}} hands work to itself: it comes back to where it could not be done',
        help: 'name another agent, or leave the line out',
      },
    },
  },
  check(fleet, report) {
    for (const { from, handoff, target } of fleet.handoffs) {
      if (target.kind !== 'agent' || target.agent !== from || handoff.relation !== 'escalates') continue
      const isField = handoff.origin === 'frontmatter'
      if (!isField && handoff.confidence !== 'high') continue
      report('self', {
        path: from.path,
        at: handoff.span,
        severity: isField ? 'error' : 'warning',
        data: { agent: from.name.value },
      })
    }
  },
})
