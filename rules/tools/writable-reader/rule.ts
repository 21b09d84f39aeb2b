import {
  type AgentView,
  documentRule,
  entryOf,
  type Fix,
  isGranting,
  listNames,
  ownTool,
  quote,
  type RelatedLocation,
  removeTools,
  type ToolEntry,
  toolsThat,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'writable-reader',
    category: 'tools',
    summary: 'An agent says of itself that it only reads, and its tools can write.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      listed: {
        says: 'the agent says that it only reads ({{claim}}), and {{field}} lets it write ({{tools}})',
        help: 'remove {{tools}}; words alone do not keep it from writing',
      },
      added: {
        says: 'the agent says that it only reads ({{claim}}), and {{adder}} gives it tools that write ({{tools}})',
        help: 'if what it gains is worth that, there is nothing to do; else remove {{adder}}, or deny the tools: words alone do not keep it from writing',
      },
      inherited: {
        says: 'the agent says that it only reads ({{claim}}), and inherits tools that write ({{tools}}): {{field}} is not set',
        help: 'list the tools that it needs in {{field}}; words alone do not keep it from writing',
      },
    },
  },
  check(agent, report) {
    const { facts, host, document } = agent
    if (facts.readOnly === undefined || !facts.isAgent || readsByMode(agent)) return
    const tools = toolsThat(facts, host, 'write', 'edit')
    if (tools.length === 0 || areOrdered(agent, tools)) return
    const claim = document.source.text.slice(facts.readOnly.start, facts.readOnly.end)
    const { field } = host.tools
    const data = { claim, tools, field, adder: adderOf(agent) }
    const at = facts.readOnly
    if (facts.tools === 'all' && agent.verdict.toolEntries === undefined) report('inherited', { at, data })
    else if (isListed(agent, tools)) {
      report('listed', { at, data, related: placesOf(agent, tools), fixes: removal(agent, tools) })
      // Whoever asked for the one has the others with it, and can hardly have it without them.
    } else report('added', { at, data, severity: 'info' })
  },
})

/** Does a mode of permission keep it from writing? */
function readsByMode({ document, host, isInPlugin }: AgentView): boolean {
  const { field = '', modes = {} } = host.permissions ?? {}
  const value = entryOf(document.frontmatter.entries, field)?.value
  if (value?.kind !== 'scalar' || typeof value.value !== 'string') return false
  const isReading = Object.hasOwn(modes, value.value) && modes[value.value]?.readsOnly === true
  // The agents of a plugin do not get the mode.
  return isReading && !(host.plugins?.ignoredKeys.includes(field) === true && isInPlugin())
}

/** A wildcard lists them all. */
const isListed = ({ verdict, facts }: AgentView, tools: readonly string[]): boolean =>
  facts.tools === 'all' || verdict.toolEntries?.some((entry) => tools.includes(ownTool(entry))) === true

/** Takes the tools out of the list; not where that does not keep it from writing, or does other harm. */
function removal(agent: AgentView, tools: readonly string[]): Fix[] {
  const { verdict, host } = agent
  const entries = verdict.toolEntries ?? []
  const isOut = (entry: ToolEntry | undefined): boolean => entry !== undefined && tools.includes(ownTool(entry))
  const isWhole = tools.every((tool) => entries.some((entry) => isGranting(entry) && ownTool(entry) === tool))
  if (!isWhole || adderOf(agent) !== '' || areNeeded(agent, tools)) return []
  const edits = removeTools(
    agent,
    [...entries.keys()].filter((i) => isOut(entries[i])),
  )
  const title = `remove ${listNames(tools.map(quote))} from ${quote(host.tools.field)}`
  return edits.length === 0 ? [] : [unsafeFix(title, edits)]
}

/** It has no others, or others that serve these; or it would have the agents that it calls write. */
function areNeeded({ facts, host }: AgentView, tools: readonly string[]): boolean {
  const kept =
    facts.tools === 'all' || facts.tools === 'none' ? [] : facts.tools.filter((tool) => !tools.includes(tool))
  const isServing = (tool: string): boolean => host.tools.helpers?.[tool]?.some((own) => tools.includes(own)) === true
  return kept.length === 0 || kept.some(isServing) || toolsThat(facts, host, 'delegate').length > 0
}

/** Does the prompt order to use one of them? Then what it says of reading is not of everything. */
const areOrdered = ({ toolOrders }: AgentView, tools: readonly string[]): boolean =>
  toolOrders().some(({ names }) => names.some(({ tool }) => tools.includes(tool)))

const placesOf = ({ verdict, facts }: AgentView, tools: readonly string[]): RelatedLocation[] =>
  (verdict.toolEntries ?? [])
    .filter((entry) => tools.includes(ownTool(entry)) || entry.status === 'wildcard')
    .slice(0, 1)
    .map(({ span }) => ({ path: facts.path, span, message: 'may write by this' }))

/** The field that adds tools to the list. */
const adderOf = ({ document, host }: AgentView): string =>
  host.tools.addedBy?.find(({ where }) => entryOf(document.frontmatter.entries, where.field) !== undefined)?.where
    .field ?? ''
