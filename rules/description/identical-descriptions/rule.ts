import { type AgentFacts, fleetRule, plainWords } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'identical-descriptions',
    category: 'description',
    summary: 'Agents of one folder have the same description, and nothing tells them apart.',
    severity: 'warning',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      identical: {
        says: '{{agents}} have the same description, so whoever chooses between them can only guess by their names',
        help: 'say in each what it does that the others do not',
      },
    },
  },
  check(fleet, report) {
    for (const same of byDescription(fleet.agents).values()) {
      const [first, second, ...more] = firstOfEachName(same)
      if (first === undefined || second === undefined) continue
      report('identical', {
        path: second.path,
        at: placeOf(second),
        data: { agents: [first, second, ...more].map(({ name }) => name.value) },
        related: [first, ...more].map((agent) => ({
          path: agent.path,
          span: placeOf(agent),
          message: 'the same here',
        })),
      })
    }
  },
})

const placeOf = ({ description, head }: AgentFacts) => description?.span ?? head

/** Those that are chosen by their descriptions. */
function byDescription(agents: readonly AgentFacts[]): Map<string, AgentFacts[]> {
  const found = new Map<string, AgentFacts[]>()
  for (const agent of agents) {
    const words = agent.isManual ? '' : plainWords(agent.description?.value ?? '')
    if (words === '') continue
    const same = found.get(words)
    if (same === undefined) found.set(words, [agent])
    else same.push(agent)
  }
  return found
}

/** Two files of one name are one agent to their host, and another rule's finding. */
const firstOfEachName = (agents: readonly AgentFacts[]): AgentFacts[] =>
  [
    ...new Map(agents.toReversed().map((agent) => [agent.hostName?.value ?? agent.name.value, agent])).values(),
  ].toReversed()
