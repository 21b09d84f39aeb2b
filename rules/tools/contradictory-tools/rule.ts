import {
  type AgentView,
  documentRule,
  type Edit,
  entryOf,
  type Fix,
  isGranting,
  isUsableTo,
  listNames,
  ownTool,
  quote,
  type RelatedLocation,
  removeDenied,
  removeTool,
  safeFix,
  type ToolEntry,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'contradictory-tools',
    category: 'tools',
    summary: 'The lists of tools contradict each other, or themselves.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'both',
    messages: {
      emptied: {
        says: '{{denyField}} denies every tool that {{field}} grants ({{tools}}): {{host|plain}} gives the agent no tool at all',
        help: 'decide for one of the two; a tool that stands in both is denied',
      },
      denied: {
        says: '{{tool}} is granted and denied: {{host|plain}} takes it away',
        help: 'remove it from {{field}}, or from {{denyField}}',
      },
      twice: {
        says: '{{tool}} is listed twice',
        help: 'remove one of the two',
      },
      helper: {
        says: '{{tool}} is of use only beside another tool ({{parents}}), and none is listed',
        help: 'add the tool that it serves, or remove it',
      },
    },
  },
  check(agent, report) {
    const { verdict, host, document } = agent
    const { field, denyField = '' } = host.tools
    const granted = (verdict.toolEntries ?? []).filter(isGranting)
    for (const [entry, edits] of repeatedIn(agent)) {
      const fixes = edits.length === 0 ? [] : [safeFix('remove one of the two', edits)]
      report('twice', { at: entry.span, data: { tool: entry.written }, severity: 'info', fixes })
    }
    const both = inBoth(agent, granted)
    const denied = entryOf(document.frontmatter.entries, denyField)
    if (verdict.tools === 'none' && both.length > 0 && denied !== undefined) {
      const data = { field, denyField, host: host.name, tools: both.map(({ written }) => written) }
      report('emptied', { at: denied.value.span, data, severity: 'error' })
      return
    }
    const indexes = leavesOthers(granted, both) ? indexesIn(verdict.toolEntries ?? []) : undefined
    const places = both.length === 0 ? undefined : denials(agent)
    for (const entry of both) {
      const related = places?.get(ownTool(entry))
      const data = { tool: entry.written, field, denyField, host: host.name }
      const fixes = removal(agent, entry, indexes?.get(entry))
      report('denied', { at: entry.span, data, related: related === undefined ? [] : [related], fixes })
    }
    if (verdict.tools === 'all') return
    for (const [entry, parents] of orphans(granted, host)) {
      report('helper', { at: entry.span, data: { tool: entry.written, parents } })
    }
  },
})

/** Entries that say what one before them in their list says, and what leaves them out. */
const repeatedIn = (agent: AgentView): [ToolEntry, readonly Edit[]][] => [
  ...repeated(agent.verdict.toolEntries ?? [], (index) => removeTool(agent, index)),
  ...repeated(agent.verdict.deniedEntries, (index) => removeDenied(agent, index)),
]

/** An old and a new name of one tool are no repetition: they are there for old and new releases of the host. */
function repeated(
  entries: readonly ToolEntry[],
  remove: (index: number) => readonly Edit[],
): [ToolEntry, readonly Edit[]][] {
  const seen = new Set<string>()
  return entries.flatMap((entry, i): [ToolEntry, readonly Edit[]][] => {
    const isNew = !isGranting(entry) || seen.size !== seen.add(entry.written).size
    return isNew ? [] : [[entry, remove(i)]]
  })
}

/** Is there a tool that is not denied? An empty list would mean something else. */
function leavesOthers(granted: readonly ToolEntry[], both: readonly ToolEntry[]): boolean {
  const denied = new Set(both.map(ownTool))
  return granted.some((entry) => !denied.has(ownTool(entry)))
}

const indexesIn = (entries: readonly ToolEntry[]): ReadonlyMap<ToolEntry, number> =>
  new Map(entries.map((entry, i) => [entry, i]))

/** The host takes a denied tool away anyway; another reader of the folder may not. */
function removal(agent: AgentView, entry: ToolEntry, index: number | undefined): Fix[] {
  const edits = index === undefined ? [] : removeTool(agent, index)
  if (edits.length === 0) return []
  const title = `remove it from ${quote(agent.host.tools.field)}`
  const having = agent.readers().filter((reader) => isUsableTo([reader], entry))
  if (having.length === 0) return [agent.knowsReaders() ? safeFix(title, edits) : unsafeFix(title, edits)]
  return [unsafeFix(`${title}, although ${listNames(having.map(({ host }) => host.name))} would take it`, edits)]
}

/** Granted tools that are denied too; a pattern is another rule's finding. */
function inBoth({ verdict }: AgentView, granted: readonly ToolEntry[]): ToolEntry[] {
  const denied = new Set(verdict.deniedEntries.filter((entry) => isGranting(entry) && isWhole(entry)).map(ownTool))
  const seen = new Set<string>()
  return granted.filter((entry) => {
    if (!denied.has(ownTool(entry)) || !isWhole(entry)) return false
    return seen.size !== seen.add(ownTool(entry)).size
  })
}

/** Where each tool is denied first; worked out once, as a list may be made to be long. */
function denials({ verdict, facts }: AgentView): ReadonlyMap<string, RelatedLocation> {
  const denied = verdict.deniedEntries.filter(isGranting).toReversed()
  return new Map(
    denied.map((entry) => [ownTool(entry), { path: facts.path, span: entry.span, message: 'denied here' }]),
  )
}

const isWhole = ({ written, name, status }: ToolEntry): boolean => written === name && status !== 'wildcard'

/** Tools without any of those that they serve. */
function orphans(granted: readonly ToolEntry[], host: AgentView['host']): [ToolEntry, readonly string[]][] {
  const listed = new Set(granted.map(ownTool))
  return granted.flatMap((entry): [ToolEntry, readonly string[]][] => {
    const own = ownTool(entry)
    const parents = Object.hasOwn(host.tools.helpers ?? {}, own) ? host.tools.helpers?.[own] : undefined
    return parents === undefined || parents.some((parent) => listed.has(parent)) ? [] : [[entry, parents]]
  })
}
