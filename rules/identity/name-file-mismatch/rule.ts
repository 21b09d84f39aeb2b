import { type AgentFacts, fleetRule, normalName } from '../../../src/kit/index.ts'

/** In a folder of fewer agents nothing is a habit; an opinion. */
export const fewestAgents = 5

/** This share of a folder has to be called as its files are; an opinion. */
export const habitualShare = 0.9

export default fleetRule({
  meta: {
    id: 'name-file-mismatch',
    category: 'identity',
    summary: 'The agent is not called as its file is, where the host or the rest of the folder goes by the file.',
    severity: 'warning',
    confidence: 'high',
    presets: ['strict'],
    since: '0.1.0',
    messages: {
      host: {
        says: '{{host|plain}} knows this agent as {{stem}}, by its file: whoever asks there for {{name}} finds nobody',
        help: 'give the file and the agent one name',
      },
      habit: {
        says: 'the agent {{name}} is in the file {{stem}}: all but {{count|plain}} of the {{all|plain}} agents of this folder are called as their files',
        help: 'rename the file, or the agent',
      },
    },
  },
  check(fleet, report) {
    const { agents, host } = fleet
    const other = agents.filter((agent) => agent.name.value !== agent.stem)
    const isHabit = agents.length >= fewestAgents && agents.length - other.length >= habitualShare * agents.length
    const id = host.identity.from === 'file' ? 'host' : isHabit ? 'habit' : undefined
    if (id === undefined) return
    for (const { path, name, stem } of other.filter(isCalledDifferently)) {
      const data = { host: host.name, name: name.value, stem, count: other.length, all: agents.length }
      report(id, { path, at: name.span, data })
    }
  },
})

/** Capitals, separators and an "agent" before or behind make no other name. */
const isCalledDifferently = ({ name, stem }: AgentFacts): boolean => lettersOf(name.value) !== lettersOf(stem)

/** `GitHub` and `github` are one, though the first looks like two words. */
const lettersOf = (name: string): string => normalName(name).replaceAll('-', '')
