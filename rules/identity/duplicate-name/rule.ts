import { type AgentFacts, fleetRule } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'duplicate-name',
    category: 'identity',
    summary: 'Two files of one folder are the same agent to their host.',
    severity: 'error',
    confidence: 'high',
    presets: ['recommended'],
    since: '0.1.0',
    messages: {
      duplicate: {
        says: '{{count}} files are the agent {{name}}: {{host|plain}} loads {{duplicates|plain}}{{difference|plain}}',
        help: 'rename all but one, or delete the copies',
      },
      copies: {
        says: '{{count}} folders of this collection hold a copy of the agent {{name}}: whoever takes them all has one of them in {{host|plain}}{{difference|plain}}',
        help: 'keep one of them, if the folders are meant to be used together',
      },
    },
  },
  check(fleet, report) {
    for (const [name, agents] of fleet.byHostName) {
      const [first, second, ...more] = agents
      if (first === undefined || second === undefined) continue
      const data = {
        name,
        count: agents.length,
        agents: agents.map(({ path }) => path),
        host: fleet.host.name,
        duplicates: fleet.host.identity.duplicates,
        difference: difference(agents),
      }
      const related = [first, ...more].map((agent) => ({ ...placeOf(agent), message: 'and here' }))
      const areCopies = !fleet.isLoadedWhole() && !shareFolder(agents) && areAlike(agents)
      if (areCopies) report('copies', { ...primary(second), data, related, severity: 'info' })
      else report('duplicate', { ...primary(second), data, related })
    }
  },
})

const placeOf = ({ path, hostName, head }: AgentFacts) => ({ path, span: hostName?.span ?? head })

const primary = (agent: AgentFacts) => ({ path: agent.path, at: placeOf(agent).span })

/** Of folders of a collection one may be taken and not the other, and then each needs its copy. */
const shareFolder = (agents: readonly AgentFacts[]): boolean =>
  new Set(agents.map(({ path }) => path.slice(0, path.lastIndexOf('/')))).size < agents.length

const areAlike = (agents: readonly AgentFacts[]): boolean =>
  new Set(agents.map(({ description }) => description?.value)).size === 1

/** Which of them wins matters most where they may do different things. */
function difference(agents: readonly AgentFacts[]): string {
  const tools = new Set(agents.map((agent) => JSON.stringify(agent.tools)))
  return tools.size > 1 ? '; their tools differ' : ''
}
