import {
  type AgentView,
  documentRule,
  entryOf,
  isGranting,
  isUsableTo,
  type ToolEntry,
  type Value,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'no-usable-tool',
    category: 'tools',
    summary: 'The list of tools leaves the agent without any.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      unresolved: {
        says: '{{host|plain}} knows none of the tools listed ({{tools}}): the agent {{outcome|plain}}',
        help: 'use its own names: {{instead|plain}}',
      },
      unknown: {
        says: '{{host|plain}} knows none of the tools listed ({{tools}}): the agent {{outcome|plain}}',
        help: 'use its own names, or remove {{field}} to let the agent inherit every tool',
      },
      empty: {
        says: '{{field}} has no value: {{host|plain}} gives the agent no tool at all',
        help: 'list the tools, or remove {{field}} to let the agent inherit every tool; write `[]` if none is what you mean',
      },
      shape: {
        says: '{{field}} names no tool in a form that {{host|plain}} reads: it gives the agent no tool at all',
        help: 'write a list of names: `[Read, Grep]`',
      },
    },
  },
  check(agent, report) {
    const { verdict, host, document } = agent
    const { field } = host.tools
    const entry = entryOf(document.frontmatter.entries, field)
    if (verdict.toolEntries === undefined || verdict.tools !== 'none' || entry === undefined) return
    const data = { field, host: host.name }
    if (verdict.toolEntries.length === 0) {
      const id = emptiness(entry.value)
      const at = entry.value.span.start === entry.value.span.end ? entry.keySpan : entry.value.span
      if (id !== undefined) report(id, { at, data })
      return
    }
    if (sharedWithOtherReader(agent) || verdict.toolEntries.some(isGranting)) return
    const tools = verdict.toolEntries.map(({ written }) => written)
    const instead = insteadOf(verdict.toolEntries)
    const outcome = host.tools.unresolved
    report(instead === '' ? 'unknown' : 'unresolved', {
      at: entry.value.span,
      data: { ...data, tools, outcome, instead },
    })
  },
})

/** An empty list that is written out is a decision; a key without a value hardly is. */
function emptiness(value: Value): 'empty' | 'shape' | undefined {
  if (value.kind === 'list') return value.items.length === 0 ? undefined : 'shape'
  if (value.kind === 'map') return 'shape'
  return value.value === null || (typeof value.value === 'string' && value.value.trim() === '') ? 'empty' : 'shape'
}

/** A folder that two hosts call their own may be written for the other one. */
const sharedWithOtherReader = (agent: AgentView): boolean =>
  agent.verdict.toolEntries?.some((entry) => isUsableTo(agent.coOwners(), entry)) === true

function insteadOf(entries: readonly ToolEntry[]): string {
  const pairs = entries.flatMap(({ written, instead }) => (instead[0] === undefined ? [] : [[written, instead[0]]]))
  return pairs.map(([written, own]) => `\`${own}\` for \`${written?.slice(0, 40).replaceAll('`', '')}\``).join(', ')
}
