import {
  type AgentView,
  addTool,
  type Cited,
  documentRule,
  entryOf,
  type Fix,
  quote,
  type ToolOrder,
  toolsThat,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'missing-tool',
    category: 'tools',
    summary: 'The prompt orders something that none of the tools can do.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      shell: {
        says: 'the prompt orders to run {{command}}, and the agent has no tool that runs commands',
        help: 'add {{shell}} to its tools, or let it say what to run instead of running it',
      },
      named: {
        says: 'the prompt orders to use {{tool}}, and the agent does not have it',
        help: 'add it to {{field}}, or take the order out',
      },
    },
  },
  check(agent, report) {
    const { facts, host } = agent
    if (facts.tools === 'none') return
    if (facts.tools === 'all' && facts.denied.length === 0) return
    const [shell] = Object.keys(host.tools.names).filter((tool) => host.tools.names[tool] === 'execute')
    const isShellLess = shell !== undefined && toolsThat(facts, host, 'execute').length === 0 && !agent.mayHaveShell
    const command = isShellLess ? firstCommand(agent) : undefined
    if (command !== undefined) {
      const severity = canHaveItDone(agent) ? 'info' : 'warning'
      const fixes = severity === 'info' ? [] : addition(agent, shell ?? '')
      report('shell', { at: command.span, data: { command: command.value, shell: shell ?? '' }, severity, fixes })
    }
    for (const { value, span, tool } of lackingNames(agent)) {
      report('named', { at: span, data: { tool: value, field: host.tools.field }, fixes: addition(agent, tool) })
    }
  },
})

/** None where the agent would then do what the rest of its file rules out, or leaves open. */
function addition(agent: AgentView, tool: string): Fix[] {
  const ability = agent.host.tools.names[tool] ?? ''
  if (ability === 'delegate' || (changing.has(ability) && isHeldBack(agent))) return []
  const edits = addTool(agent.facts, agent.host, tool)
  return edits.length === 0 ? [] : [unsafeFix(`add ${quote(tool)} to ${quote(agent.host.tools.field)}`, edits)]
}

const changing: ReadonlySet<string> = new Set(['write', 'edit', 'execute'])

/** By its own word; by what it is in charge of, so far only to read; or it would not be asked before it changes things. */
const isHeldBack = ({ facts, host, document }: AgentView): boolean =>
  facts.readOnly !== undefined ||
  facts.claims.some(({ stance }) => stance === 'reads') ||
  entryOf(document.frontmatter.entries, host.permissions?.field ?? '') !== undefined

/** One that calls others, and changes no file itself, may well tell what is for them to run. */
const canHaveItDone = ({ facts, host }: AgentView): boolean =>
  toolsThat(facts, host, 'delegate').length > 0 && toolsThat(facts, host, 'write', 'edit').length === 0

/** The first command that the prompt says to run; one to use may be a word of the agent's trade. */
const firstCommand = ({ commandOrders }: AgentView): Cited<string> | undefined =>
  commandOrders().find(({ verb }) => verb === 'run')

/** Each tool that is ordered and not there, once. */
function lackingNames(agent: AgentView): ToolOrder['names'][number][] {
  const seen = new Set<string>()
  return agent.toolOrders().flatMap(({ names, isChoice }) => {
    const lacking = names.filter(({ value, tool }) => isLacking(agent, value, tool))
    if (isChoice && lacking.length < names.length) return []
    return lacking.filter(({ tool }) => seen.size !== seen.add(tool).size)
  })
}

/** Does the agent not have the tool, nor any other that does the same, though the host would give it? */
function isLacking({ facts, host, verdict }: AgentView, written: string, tool: string): boolean {
  if (host.tools.unavailable?.some(({ tools }) => tools.includes(tool)) === true) return false
  // An entry that was meant for it is the cause, and another rule's finding.
  const isMeant = verdict.toolEntries?.some(({ name, instead }) => name === written || instead.includes(tool)) === true
  if (isMeant) return false
  if (facts.tools === 'all') return facts.denied.includes(tool)
  if (facts.tools.includes(tool) || isInSet(tool, facts.tools)) return false
  const ability = host.tools.names[tool] ?? ''
  return ability === 'other' || toolsThat(facts, host, ability).length === 0
}

/** A tool that a listed set has in it, or a set of which one is listed. */
const isInSet = (own: string, tools: readonly string[] | string): boolean =>
  Array.isArray(tools) && tools.some((tool) => own.startsWith(`${tool}/`) || tool.startsWith(`${own}/`))
