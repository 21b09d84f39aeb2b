import { documentRule } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'shared-git-state',
    category: 'tools',
    summary: 'An agent that works beside others is told to run a command that touches their work too.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      shared: {
        says: '{{command}} is ordered in an agent that works beside others: it {{effect|plain}}',
        help: '{{instead|plain}}',
      },
    },
  },
  check(agent, report) {
    const seen = new Set<string>()
    for (const { command, kind, work } of agent.sharedOrders()) {
      if (seen.size === seen.add(kind.word).size) continue
      const data = { command: command.value, effect: kind.effect, instead: kind.instead }
      const related = [{ path: agent.facts.path, span: work.span, message: 'that it works beside others is said here' }]
      report('shared', { at: command.span, data, related })
    }
  },
})
