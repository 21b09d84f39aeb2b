import {
  type AgentFacts,
  type Fix,
  type Fleet,
  fleetRule,
  normalName,
  quote,
  replaceAt,
  unsafeFix,
} from '../../../src/kit/index.ts'

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
    fixable: 'unsafe',
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
    const mismatched = other.filter(isCalledDifferently)
    if (mismatched.length === 0) return
    const taken = findTaken(fleet)
    for (const agent of mismatched) {
      const { path, name, stem } = agent
      const data = { host: host.name, name: name.value, stem, count: other.length, all: agents.length }
      report(id, { path, at: name.span, data, fixes: fixesOf(agent, taken) })
    }
  },
})

/** Capitals, separators and an "agent" before or behind make no other name. */
const isCalledDifferently = ({ name, stem }: AgentFacts): boolean => lettersOf(name.value) !== lettersOf(stem)

/** `GitHub` and `github` are one, though the first looks like two words. */
const lettersOf = (name: string): string => normalName(name).replaceAll('-', '')

interface Taken {
  /** How many agents of the folder, and of the host's own, go by a name or a file. */
  readonly names: ReadonlyMap<string, number>
  /** Agents that others hand work to by another name than their file's. */
  readonly askedFor: ReadonlySet<AgentFacts>
}

function findTaken({ agents, host, handoffs }: Fleet): Taken {
  const names = new Map<string, number>()
  const ofAgents = agents.flatMap(({ name, stem }) => [...new Set([lettersOf(name.value), lettersOf(stem)])])
  for (const name of [...ofAgents, ...host.builtInAgents.map(lettersOf)]) names.set(name, (names.get(name) ?? 0) + 1)
  const askedFor = handoffs.flatMap(({ handoff, target }) =>
    target.kind === 'agent' && lettersOf(handoff.to) !== lettersOf(target.agent.stem) ? [target.agent] : [],
  )
  return { names, askedFor: new Set(askedFor) }
}

/** Calls the agent as its file is, where every host takes that for a name, and nobody has it or asks for the old one. */
function fixesOf(agent: AgentFacts, { names, askedFor }: Taken): Fix[] {
  const { path, stem, plainName } = agent
  if (plainName === undefined || stem.length > 64 || !nameForAll.test(stem) || yamlWord.test(stem)) return []
  if (names.get(lettersOf(stem)) !== 1 || askedFor.has(agent)) return []
  return [unsafeFix(`write ${quote(stem)} for the name`, [replaceAt(path, plainName, stem)])]
}

/** Words of small letters and digits with hyphens between. */
const nameForAll = /^[a-z][a-z\d]+(?:-[a-z\d]+)*$/

/** What YAML, or what came before it, takes for something else than a text. */
const yamlWord = /^(?:true|false|null|yes|no|on|off)$/
