import {
  type AgentFacts,
  addTool,
  type Fix,
  type Fleet,
  fleetRule,
  quote,
  toolsThat,
  unsafeFix,
} from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'impossible-handoff',
    category: 'escalation',
    summary: 'An agent is to call another, and its tools do not let it.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['strict'],
    since: '0.1.0',
    fixable: 'unsafe',
    messages: {
      toolless: {
        says: '{{agent}} is to delegate to {{target}}, but none of its tools calls another agent: {{host|plain}} will not do it',
        help: 'add {{tool}} to its tools, or let it say what to do next instead',
      },
    },
  },
  check(fleet, report) {
    const calling = callingTools(fleet)
    if (calling.length === 0) return
    for (const agent of fleet.agents) {
      if (canCall(agent, calling)) continue
      const step = fleet.handoffs.find(
        ({ from, handoff, target }) =>
          from === agent &&
          target.kind === 'agent' &&
          target.agent !== agent &&
          handoff.relation === 'delegates' &&
          handoff.confidence === 'high' &&
          handoff.origin !== 'frontmatter',
      )
      if (step === undefined) continue
      const data = { agent: agent.name.value, target: step.handoff.to, host: fleet.host.name, tool: calling[0] ?? '' }
      const fixes = addition(agent, fleet, data.tool)
      report('toolless', { path: agent.path, at: step.handoff.span, data, fixes })
    }
  },
})

/** None for an agent that cannot change anything itself: it could then have others do it, by what it reads. */
function addition(agent: AgentFacts, { host }: Fleet, tool: string): Fix[] {
  const onlyReads = agent.readOnly !== undefined || toolsThat(agent, host, 'write', 'edit', 'execute').length === 0
  const edits = onlyReads ? [] : addTool(agent, host, tool)
  return edits.length === 0 ? [] : [unsafeFix(`add ${quote(tool)} to ${quote(host.tools.field)}`, edits)]
}

const callingTools = ({ host }: Fleet): string[] =>
  Object.entries(host.tools.names).flatMap(([name, ability]) => (ability === 'delegate' ? [name] : []))

/** An agent whose tools are not listed has them all. */
const canCall = ({ tools }: AgentFacts, calling: readonly string[]): boolean =>
  tools === 'all' || (typeof tools !== 'string' && tools.some((tool) => calling.includes(tool)))
