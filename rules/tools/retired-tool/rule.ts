import {
  type AgentView,
  documentRule,
  type Fix,
  hasTool,
  isUsableTo,
  listNames,
  removeTool,
  renameTool,
  safeFix,
  type ToolEntry,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'retired-tool',
    category: 'tools',
    summary: 'The host had a tool of that name once and drops it now.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'both',
    messages: {
      replaced: {
        says: '{{tool}} is gone from {{host|plain}}{{since|plain}}, which drops it',
        help: 'write {{instead}}',
      },
      covered: {
        says: '{{tool}} is gone from {{host|plain}}{{since|plain}}, which drops it; {{instead}} is listed and does its work',
        help: 'remove it',
      },
      gone: {
        says: '{{tool}} is gone from {{host|plain}}{{since|plain}}, which drops it',
        help: 'remove it: nothing took its place',
      },
    },
  },
  check(agent, report) {
    const { verdict, host } = agent
    if (verdict.tools === 'none') return
    for (const [i, entry] of (verdict.toolEntries ?? []).entries()) {
      const { status, written, name, instead, note, span } = entry
      if (status !== 'retired' || isUsableTo(agent.coOwners(), entry)) continue
      const isListed = instead.some((tool) => hasTool(verdict, tool))
      const id = instead.length === 0 ? 'gone' : isListed ? 'covered' : 'replaced'
      const since = note === '' ? '' : ` (since ${note})`
      const data = { tool: name === '' ? written : name, host: host.name, since, instead }
      const fixes = id === 'replaced' ? renameTool(agent, entry) : removal(agent, entry, i)
      report(id, { at: span, data, severity: isListed ? 'info' : 'warning', fixes })
    }
  },
})

/** The host drops the entry anyway; another reader of the folder may still have such a tool. */
function removal(agent: AgentView, entry: ToolEntry, index: number): Fix[] {
  const edits = removeTool(agent, index)
  if (edits.length === 0) return []
  const having = agent.readers().filter((reader) => isUsableTo([reader], entry))
  if (having.length === 0) return [agent.knowsReaders() ? safeFix('remove it', edits) : unsafeFix('remove it', edits)]
  const names = listNames(having.map(({ host }) => host.name))
  return [unsafeFix(`remove it, although ${names} would take it`, edits)]
}
