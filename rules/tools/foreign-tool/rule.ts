import {
  type AgentView,
  documentRule,
  type Fix,
  hasTool,
  isUsableTo,
  listNames,
  quote,
  type Reader,
  removeTool,
  renameTool,
  type ToolEntry,
  unsafeFix,
  whatOthersDo,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'foreign-tool',
    category: 'tools',
    summary: "The tool is another host's; this one drops it.",
    severity: 'error',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      mapped: {
        says: '{{tool}} is a tool of {{others|plain}}: {{host|plain}} has none of that name and {{effect|plain}}{{readers|plain}}',
        help: 'what does the same here: {{instead}}',
      },
      foreign: {
        says: '{{tool}} is a tool of {{others|plain}}: {{host|plain}} has none of that name and {{effect|plain}}{{readers|plain}}',
        help: 'remove it; nothing here does the same',
      },
      spare: {
        says: '{{tool}} is a tool of {{others|plain}}: {{host|plain}} has none of that name and {{effect|plain}}; {{listed}} is listed and does its work',
        help: 'remove it, unless the file is for the other one too',
      },
    },
  },
  check(agent, report) {
    const { verdict, host } = agent
    if (verdict.tools === 'none') return
    let takers: readonly Taker[] | undefined
    for (const [i, entry] of (verdict.toolEntries ?? []).entries()) {
      const { status, written, instead, knownTo, span } = entry
      if (status !== 'foreign' || isUsableTo(agent.coOwners(), entry)) continue
      takers ??= takersOf(agent.readers())
      const taking = takers.filter(({ names }) => names.has(written)).map(({ reader }) => reader)
      const readers = whatOthersDo(taking, ['takes it', 'take it'])
      const effect = host.tools.unknown === 'refuses' ? 'for that does not load this agent' : 'drops it'
      const data = { effect, tool: written, others: listNames(knownTo, mostNames), host: host.name, instead, readers }
      const listed = counterpart(agent, entry)
      // Where it is only dropped, a file that names the tools of both may be meant for both.
      const isSpare = listed !== undefined && host.tools.unknown !== 'refuses'
      const id = isSpare ? 'spare' : instead.length > 0 ? 'mapped' : 'foreign'
      const severity = isSpare ? 'info' : 'error'
      report(id, { at: span, severity, data: { ...data, listed: listed ?? '' }, fixes: fixes(agent, entry, i) })
    }
  },
})

interface Taker {
  readonly reader: Reader
  /** What is written that is a tool of its own. */
  readonly names: ReadonlySet<string>
}

const takersOf = (readers: readonly Reader[]): Taker[] =>
  readers.map((reader) => {
    const usable = (reader.verdict.toolEntries ?? []).filter(({ status }) => status === 'usable')
    return { reader, names: new Set(usable.map(({ written }) => written)) }
  })

/** Further hosts are counted. */
const mostNames = 3

/** A tool of the list that does the same here. */
const counterpart = ({ verdict }: AgentView, { instead }: ToolEntry): string | undefined =>
  instead.find((tool) => hasTool(verdict, tool))

/** Its counterpart, unless that is listed too. Nothing is offered where it has none: another reader may want it. */
function fixes(agent: AgentView, entry: ToolEntry, index: number): Fix[] {
  const listed = counterpart(agent, entry)
  if (listed === undefined) return renameTool(agent, entry)
  const edits = removeTool(agent, index)
  return edits.length === 0 ? [] : [unsafeFix(`remove it: ${quote(listed)} is listed`, edits)]
}
