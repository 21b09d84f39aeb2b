import { documentRule, isUsableTo, renameTool } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'unknown-tool',
    category: 'tools',
    summary: 'The host has no tool of that name and drops it.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      near: {
        says: '{{host|plain}} has no tool {{tool}} and {{effect|plain}}',
        help: 'did you mean {{instead}}?',
      },
      case: {
        says: '{{host|plain}} has no tool {{tool}} and {{effect|plain}}: names are case-sensitive',
        help: 'write {{instead}}',
      },
      unknown: {
        says: '{{host|plain}} has no tool {{tool}} and {{effect|plain}}',
        help: 'remove it; if something else provides it, add it to `tools.known` in the configuration',
      },
      refused: {
        says: '{{host|plain}} does not take {{tool}} here and {{effect|plain}}',
        help: '{{note|plain}}',
      },
    },
  },
  check(agent, report) {
    const { verdict, host } = agent
    if (verdict.tools === 'none') return
    for (const entry of verdict.toolEntries ?? []) {
      const { status, written, instead, note, span } = entry
      if (status !== 'unknown' && status !== 'wrong-case' && status !== 'refused') continue
      if (isUsableTo(agent.coOwners(), entry)) continue
      const unknown = instead.length > 0 ? 'near' : 'unknown'
      const id = status === 'wrong-case' ? 'case' : status === 'refused' ? 'refused' : unknown
      const isRefused = host.tools.unknown === 'refuses'
      const effect = isRefused ? 'for that does not load this agent' : 'drops it'
      const data = { host: host.name, tool: written, instead, note, effect }
      const severity = isRefused ? 'error' : 'warning'
      report(id, { at: span, data, severity, fixes: renameTool(agent, entry) })
    }
  },
})
