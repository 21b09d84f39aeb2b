import { type AgentFacts, type Fleet, fleetRule, likePairs, plainWords, type Topic } from '../../../src/kit/index.ts'

/** Descriptions that share this part of their words are about the same; an opinion. */
export const nearlySame = 0.5

/** In less words anything is alike; an opinion. */
export const fewestWords = 4

/** More than this of a description nobody reads. In UTF-16 units. */
const longestText = 5_000

export default fleetRule({
  meta: {
    id: 'ambiguous-routing',
    category: 'description',
    summary: 'A description has no word of its own beside that of another agent of the folder.',
    severity: 'warning',
    confidence: 'medium',
    presets: ['strict'],
    since: '0.1.0',
    messages: {
      contained: {
        says: 'what {{name}} says of itself, {{other}} says too: nothing tells when to choose which',
        help: 'say what it does that the other does not, or what it is not for',
      },
    },
  },
  check(fleet, report) {
    const described = fleet.agents
      .filter(({ isManual, purpose }) => !isManual && purpose !== '')
      .map((agent) => ({ agent, topic: fleet.topicOf(agent.purpose.slice(0, longestText)) }))
      .filter(({ topic }) => topic.size >= fewestWords)
    const reported = new Set<AgentFacts>()
    const topics = described.map(({ topic }) => topic)
    for (const { first, second } of likePairs(topics, nearlySame).toSorted((a, b) => b.likeness - a.likeness)) {
      const pair = containedFirst(described[first], described[second])
      if (pair === undefined || reported.has(pair.agent) || areToldApart(pair.agent, pair.other, fleet)) continue
      reported.add(pair.agent)
      report('contained', {
        path: pair.agent.path,
        at: placeOf(pair.agent),
        data: { name: pair.agent.name.value, other: pair.other.name.value },
        related: [{ path: pair.other.path, span: placeOf(pair.other), message: 'says this and more' }],
      })
    }
  },
})

interface Described {
  readonly agent: AgentFacts
  readonly topic: Topic
}

interface Pair {
  /** The one without a word of its own. */
  readonly agent: AgentFacts
  readonly other: AgentFacts
}

/** In a family each has a word of its own ("Go" here, "Rust" there), and that is enough to choose by. */
function containedFirst(a: Described | undefined, b: Described | undefined): Pair | undefined {
  if (a === undefined || b === undefined) return undefined
  if (isWithin(b.topic, a.topic)) return { agent: b.agent, other: a.agent }
  return isWithin(a.topic, b.topic) ? { agent: a.agent, other: b.agent } : undefined
}

const isWithin = (inner: Topic, outer: Topic): boolean => [...inner].every((word) => outer.has(word))

/** One names the other; or it is another rule's finding that they are one to the host, or word for word the same. */
const areToldApart = (a: AgentFacts, b: AgentFacts, { handoffs }: Fleet): boolean =>
  names(a, b) ||
  names(b, a) ||
  a.name.value === b.name.value ||
  plainWords(a.purpose) === plainWords(b.purpose) ||
  handoffs.some(({ from, target }) => target.kind === 'agent' && isPair(from, target.agent, a, b))

const isPair = (from: AgentFacts, to: AgentFacts, a: AgentFacts, b: AgentFacts): boolean =>
  (from === a && to === b) || (from === b && to === a)

/** A name of one word may be just that word: "helps to mentor". */
const names = ({ purpose }: AgentFacts, { name, stem }: AgentFacts): boolean =>
  [name.value, stem].some((other) => /[^\p{L}]/u.test(other) && purpose.toLowerCase().includes(other.toLowerCase()))

const placeOf = ({ description, head }: AgentFacts) => description?.span ?? head
