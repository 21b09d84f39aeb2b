import {
  type AgentFacts,
  type Fleet,
  fleetRule,
  type Handoff,
  type ResolvedHandoff,
  toolsThat,
} from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'privileged-handoff',
    category: 'tools',
    summary: 'An agent that may only read can have another one write for it.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['strict', 'security'],
    since: '0.1.0',
    messages: {
      deputy: {
        says: '{{agent}} only reads, and may call {{target}}, which can write ({{tools}}): whoever can make the first believe something can have the second do it',
        help: 'take {{tool}} from its tools, or let a person pass the work on',
      },
    },
  },
  check(fleet, report) {
    for (const agent of fleet.agents) {
      const [tool] = toolsThat(agent, fleet.host, 'delegate')
      if (tool === undefined || !onlyReads(agent, fleet)) continue
      const step = fleet.handoffs.find((handoff) => handoff.from === agent && gainedBy(handoff, fleet).length > 0)
      if (step?.target.kind !== 'agent') continue
      const target = step.target.agent
      report('deputy', {
        path: agent.path,
        at: step.handoff.span,
        data: { agent: agent.name.value, target: target.name.value, tools: gainedBy(step, fleet), tool },
        related: [{ path: target.path, span: target.name.span, message: 'can write' }],
      })
    }
  },
})

/** By its tools, which are listed, or by its own word. */
const onlyReads = (agent: AgentFacts, { host }: Fleet): boolean =>
  agent.readOnly !== undefined || (agent.tools !== 'all' && toolsThat(agent, host, ...changing).length === 0)

const changing = ['write', 'edit', 'execute'] as const

/** The tools of another agent that do what the tools of the one who calls it cannot. */
function gainedBy({ from, handoff, target }: ResolvedHandoff, { host }: Fleet): string[] {
  if (target.kind !== 'agent' || !isCall(handoff)) return []
  const lacking = changing.filter((ability) => toolsThat(from, host, ability).length === 0)
  return toolsThat(target.agent, host, ...lacking)
}

/** What a person passes on, by a field, is no call; what is read with little certainty may be none. */
const isCall = ({ isCall: isAllowed, relation, origin, confidence }: Handoff): boolean =>
  isAllowed || (relation === 'delegates' && origin !== 'frontmatter' && confidence !== 'low')
