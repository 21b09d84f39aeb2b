import { documentRule, nearest } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'unknown-mcp-server',
    category: 'references',
    summary: 'The agent names an MCP server that the project does not declare.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    needs: 'mcpServers',
    messages: {
      unknown: {
        says: 'the project declares no MCP server {{server}}: without one {{host|plain}} {{outcome|plain}}',
        help: 'declare it where the project declares {{declared}}, so that everybody has it; if each has it in settings of their own, there is nothing to do',
      },
      near: {
        says: 'the project declares no MCP server {{server}}: without one {{host|plain}} {{outcome|plain}}',
        help: 'did you mean {{near}}?',
      },
    },
  },
  check(agent, report) {
    const { named, declared } = agent.mcpServers()
    if (named.length === 0 || declared === undefined) return
    const outcome = agent.host.mcpServers?.missing ?? ''
    for (const { value: server, span } of named) {
      if (declared.has(server)) continue
      const near = nearest(server, declared)
      const data = { server, host: agent.host.name, outcome, near: near ?? '', declared: [...declared] }
      if (near !== undefined) report('near', { at: span, data })
      // Everybody may have servers of their own, which no project tells of.
      else report('unknown', { at: span, data, severity: 'info' })
    }
  },
})
