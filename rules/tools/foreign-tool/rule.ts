import { documentRule, isUsableTo } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'foreign-tool',
    category: 'tools',
    summary: "The tool is another host's; this one drops it.",
    severity: 'error',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      mapped: {
        says: '{{tool}} is a tool of {{others|plain}}: {{host|plain}} has none of that name and {{effect|plain}}',
        help: 'what does the same here: {{instead}}',
      },
      foreign: {
        says: '{{tool}} is a tool of {{others|plain}}: {{host|plain}} has none of that name and {{effect|plain}}',
        help: 'remove it; nothing here does the same',
      },
    },
  },
  check(agent, report) {
    const { verdict, host } = agent
    if (verdict.tools === 'none') return
    for (const entry of verdict.toolEntries ?? []) {
      const { status, written, instead, knownTo, span } = entry
      if (status !== 'foreign' || isUsableTo(agent.coOwners(), entry)) continue
      const effect = host.tools.unknown === 'refuses' ? 'for that does not load this agent' : 'drops it'
      const data = { effect, tool: written, others: knownTo.join(' and '), host: host.name, instead }
      report(instead.length > 0 ? 'mapped' : 'foreign', { at: span, data })
    }
  },
})
