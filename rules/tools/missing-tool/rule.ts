import { type AgentView, type Cited, documentRule, toolNamed, toolsThat } from '../../../src/kit/index.ts'

export default documentRule({
  meta: {
    id: 'missing-tool',
    category: 'tools',
    summary: 'The prompt orders something that none of the tools can do.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['recommended'],
    since: '0.1.0',
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
    if (command !== undefined)
      report('shell', { at: command.span, data: { command: command.value, shell: shell ?? '' } })
    for (const { value, span } of lackingNames(agent)) {
      report('named', { at: span, data: { tool: value, field: host.tools.field } })
    }
  },
})

/** The first command that the prompt says to run; one to use may be a word of the agent's trade. */
const firstCommand = ({ directives }: AgentView): Cited<string> | undefined =>
  directives().find(({ kind, verb, isBan }) => kind === 'run' && verb === 'run' && !isBan)?.names[0]

/** Each tool that is ordered and not there, once. */
function lackingNames(agent: AgentView): Cited<string>[] {
  const seen = new Set<string>()
  return agent.directives().flatMap(({ kind, names, isChoice, isBan }) => {
    if (kind !== 'use' || isBan) return []
    const lacking = names.filter(({ value }) => isLacking(agent, value))
    if (isChoice && lacking.length < names.length) return []
    return lacking.filter(({ value }) => seen.size !== seen.add(value).size)
  })
}

/** Is it a tool of the host that the agent does not have, nor any other that does the same? */
function isLacking({ facts, host, verdict }: AgentView, name: string): boolean {
  const own = toolNamed(name, host)
  if (
    own === undefined ||
    verdict.toolEntries?.some((entry) => entry.name === name || entry.instead.includes(own)) === true
  )
    return false
  if (host.tools.unavailable?.some(({ tools }) => tools.includes(own)) === true) return false
  if (facts.tools === 'all') return facts.denied.includes(own)
  const ability = host.tools.names[own] ?? ''
  if (facts.tools.includes(own) || isInSet(own, facts.tools)) return false
  return ability === 'other' || toolsThat(facts, host, ability).length === 0
}

/** A tool that a listed set has in it, or a set of which one is listed. */
const isInSet = (own: string, tools: readonly string[] | string): boolean =>
  Array.isArray(tools) && tools.some((tool) => own.startsWith(`${tool}/`) || tool.startsWith(`${own}/`))
