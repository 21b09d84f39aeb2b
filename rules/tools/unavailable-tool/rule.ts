import { documentRule, isUsableTo, removeTool, unsafeFix } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'unavailable-tool',
    category: 'tools',
    summary: 'A tool is listed that the host never gives to an agent of this kind.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    needs: 'tools.unavailable',
    messages: {
      withheld: {
        says: '{{tool}} is listed in vain: {{why|plain}} in {{host|plain}}',
        help: 'remove it, and let the agent say in its answer what it would have used it for',
      },
    },
  },
  check(agent, report) {
    const { verdict, host } = agent
    if (verdict.tools === 'none') return
    for (const [i, entry] of (verdict.toolEntries ?? []).entries()) {
      const { status, written, note, span } = entry
      if (status !== 'unavailable' || isUsableTo(agent.coOwners(), entry)) continue
      const edits = removeTool(agent, i)
      const fixes = edits.length === 0 ? [] : [unsafeFix('remove it', edits)]
      report('withheld', { at: span, data: { tool: written, why: note, host: host.name }, fixes })
    }
  },
})
