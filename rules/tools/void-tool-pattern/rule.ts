import { type AgentView, documentRule, isGranting, ownTool, type ToolEntry } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'void-tool-pattern',
    category: 'tools',
    summary: 'A pattern behind a tool looks like a limit and is none.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended', 'security'],
    since: '0.1.0',
    needs: 'tools.patterns',
    messages: {
      granted: {
        says: '{{tool}} is not limited by {{patterns}} in {{field}}: {{host|plain}} {{effect|plain}}',
        help: 'list {{tool}} alone, and {{instead|plain}}',
      },
      denied: {
        says: '{{tool}} is not only denied what {{patterns}} in {{field}} says: {{host|plain}} {{effect|plain}}',
        help: 'deny {{tool}} alone if that is meant; if not, remove it and {{instead|plain}}',
      },
    },
  },
  check({ verdict, host }, report) {
    const { patterns, field, denyField } = host.tools
    if (patterns === undefined) return
    for (const [entry, all] of patterned(verdict.toolEntries ?? [], host)) {
      const data = { tool: entry.name, patterns: all, field, host: host.name }
      report('granted', { at: entry.span, data: { ...data, effect: patterns.granted, instead: patterns.instead } })
    }
    for (const [entry, all] of patterned(verdict.deniedEntries, host)) {
      const data = { tool: entry.name, patterns: all, field: denyField ?? field, host: host.name }
      const more = { effect: patterns.denied, instead: patterns.instead }
      report('denied', { at: entry.span, data: { ...data, ...more }, severity: 'warning' })
    }
  },
})

/** The first entry of each tool with a pattern, and all that are written for it. */
function patterned(entries: readonly ToolEntry[], { tools }: AgentView['host']): Map<ToolEntry, string[]> {
  const firsts = new Map<string, ToolEntry>()
  const found = new Map<ToolEntry, string[]>()
  for (const entry of entries) {
    const { written, name } = entry
    if (written === name || !isGranting(entry)) continue
    const pattern = written.slice(written.indexOf('(') + 1, -1)
    const isMeant = tools.patterns?.effective.includes(ownTool(entry)) === true
    if (isMeant || new RegExp(tools.patterns?.unlimited ?? '').test(pattern)) continue
    const first = firsts.get(name) ?? entry
    firsts.set(name, first)
    found.set(first, [...(found.get(first) ?? []), written])
  }
  return found
}
