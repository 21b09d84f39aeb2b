import { components, fleetRule, quote, type ResolvedHandoff, shortestCycle } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'runaway-delegation',
    category: 'escalation',
    summary: 'Agents may call one another in a circle.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      circle: {
        says: '{{agents}} may call one another in a circle, and nothing says when to stop',
        help: 'take one of the names out, so that calls go one way',
      },
      itself: {
        says: '{{agents}} may call itself, and nothing says when to stop',
        help: 'take its own name out',
      },
    },
  },
  check(fleet, report) {
    const calls = fleet.handoffs.filter(({ handoff }) => handoff.relation === 'delegates' && handoff.isCall)
    for (const call of calls) {
      if (call.target.kind !== 'agent' || call.target.agent !== call.from) continue
      report('itself', { path: call.from.path, at: call.handoff.span, data: { agents: [call.from.name.value] } })
    }
    const number = new Map(fleet.agents.map((agent, i) => [agent, i]))
    const hops = calls.flatMap((call) => {
      const to = call.target.kind === 'agent' ? number.get(call.target.agent) : undefined
      const from = number.get(call.from)
      return to === undefined || from === undefined || to === from ? [] : [{ from, to, value: call }]
    })
    for (const component of components(fleet.agents.length, hops)) {
      const cycle = shortestCycle(component, hops).map(({ value }) => value)
      const [first] = cycle
      if (first === undefined) continue
      report('circle', {
        path: first.from.path,
        at: first.handoff.span,
        data: { agents: cycle.map(({ from }) => from.name.value) },
        related: cycle.map(place),
      })
    }
  },
})

const place = ({ from, handoff }: ResolvedHandoff) => ({
  path: from.path,
  span: handoff.span,
  message: `${quote(from.name.value)} may call ${quote(handoff.to)}`,
})
