import { type EscalationCycle, fleetRule, quote, type ResolvedHandoff } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'escalation-cycle',
    category: 'escalation',
    summary: 'Agents send the same topic round in a circle.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      topic: {
        says: '{{agents}} send {{topic}} round in a circle: no one of them will ever settle it',
        help: 'let one of them decide it, or say where it ends: "… and if that fails, ask the user"',
      },
      anything: {
        says: '{{agents}} escalate to one another in a circle, whatever it is about: no one of them will ever settle it',
        help: 'say what each hands over, or where it ends: "… and if that fails, ask the user"',
      },
    },
  },
  check(fleet, report) {
    for (const cycle of fleet.cycles) {
      const [first, ...rest] = cycle.hops
      if (first === undefined) continue
      const isProse = cycle.hops.some(({ handoff }) => handoff.origin === 'prose')
      report(cycle.topic === undefined ? 'anything' : 'topic', {
        ...place(first),
        severity: isProse ? 'warning' : 'error',
        confidence: isProse ? 'medium' : 'high',
        data: { agents: agentsOf(cycle), topic: cycle.topic ?? '' },
        related: [
          { path: first.from.path, span: first.handoff.span, message: hop(first) },
          ...rest.map((step) => ({ path: step.from.path, span: step.handoff.span, message: hop(step) })),
        ],
      })
    }
  },
})

const place = ({ from, handoff }: ResolvedHandoff) => ({ path: from.path, at: handoff.span })

const agentsOf = ({ hops }: EscalationCycle): string[] => hops.map(({ from }) => from.name.value)

const nameOf = ({ target }: ResolvedHandoff): string => (target.kind === 'agent' ? target.agent.name.value : '')

const hop = (step: ResolvedHandoff): string => `${quote(step.from.name.value)} hands it to ${quote(nameOf(step))}`
