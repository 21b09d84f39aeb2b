import { type AgentFacts, type Fleet, fleetRule } from '../../../src/kit/index.ts'

export default fleetRule({
  meta: {
    id: 'confusable-names',
    category: 'identity',
    summary: 'Two names differ only in capitals, in their Unicode form, or in letters that look alike.',
    severity: 'warning',
    confidence: 'high',
    presets: ['strict'],
    since: '0.1.0',
    messages: {
      agents: {
        says: '{{name}} and {{other}} are two agents, and differ in {{difference|plain}} only',
        help: 'give one of them another name',
      },
      builtIn: {
        says: '{{name}} differs from {{other}}, which {{host|plain}} brings along, in {{difference|plain}} only',
        help: 'give it another name, or the very same if it is to take the place of the other',
      },
      files: {
        says: 'the file differs from {{other}} in capitals or Unicode form only: where a file system takes them for one, one agent is lost',
        help: 'rename one of the files',
      },
    },
  },
  check(fleet, report) {
    for (const [first, agent] of pairs(fleet.agents, (one) => fleet.looksOf(nameOf(one)))) {
      const [name, other] = [nameOf(agent), nameOf(first)]
      // The same name twice is one agent to the host; and of two files that are nearly one, the files are the cause.
      if (name === other || looksOfFile(agent) === looksOfFile(first)) continue
      const related = [{ path: first.path, span: placeOf(first), message: 'the other one' }]
      const data = { name, other, difference: differenceOf(name, other) }
      report('agents', { path: agent.path, at: placeOf(agent), data, related })
    }
    for (const { agent, other } of nearBuiltIns(fleet)) {
      const name = nameOf(agent)
      const data = { name, other, host: fleet.host.name, difference: differenceOf(name, other) }
      report('builtIn', { path: agent.path, at: placeOf(agent), data })
    }
    for (const [first, agent] of pairs(fleet.agents, looksOfFile))
      report('files', { path: agent.path, at: agent.head, data: { other: first.path } })
  },
})

const nameOf = ({ hostName, name }: AgentFacts): string => hostName?.value ?? name.value

const placeOf = ({ hostName, name }: AgentFacts) => hostName?.span ?? name.span

const looksOfFile = ({ path }: AgentFacts): string => path.normalize('NFC').toLowerCase()

/** Each agent that is like an earlier one, with the first of its kind. */
function pairs(
  agents: readonly AgentFacts[],
  keyOf: (agent: AgentFacts) => string,
): (readonly AgentFacts[] & [AgentFacts, AgentFacts])[] {
  const firsts = new Map<string, AgentFacts>()
  const found: [AgentFacts, AgentFacts][] = []
  for (const agent of agents) {
    const key = keyOf(agent)
    const first = firsts.get(key)
    if (first === undefined) firsts.set(key, agent)
    else found.push([first, agent])
  }
  return found
}

function nearBuiltIns({ agents, host, looksOf }: Fleet) {
  const builtIns = new Map(host.builtInAgents.map((name) => [looksOf(name), name]))
  return agents.flatMap((agent) => {
    const other = builtIns.get(looksOf(nameOf(agent)))
    return other === undefined || host.builtInAgents.includes(nameOf(agent)) ? [] : [{ agent, other }]
  })
}

/** What two names that look alike differ in, most visible first. */
function differenceOf(a: string, b: string): string {
  if (a.toLowerCase() === b.toLowerCase()) return 'capitals'
  if (a.normalize('NFKC').toLowerCase() === b.normalize('NFKC').toLowerCase()) return 'their Unicode form'
  const own = new Set(b)
  const strange = [...a].find((char) => char > '~' && !own.has(char)) ?? [...b].find((char) => char > '~')
  const code = strange?.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
  return `letters that look alike (U+${code})`
}
