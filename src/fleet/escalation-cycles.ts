import type { AgentFacts } from '../facts/agent-facts.ts'
import { components, type Hop, shortestCycle } from './cycles.ts'
import type { ResolvedHandoff } from './resolved-handoff.ts'
import { indexSubjects, type PathsMeet, type Steps, type SubjectIndex } from './subjects.ts'
import { isSameTopic, readTopic, type StopWords, type Topic } from './topics.ts'

/** Agents that send the same topic round, each hop from its agent to the next. */
export interface EscalationCycle {
  readonly hops: readonly ResolvedHandoff[]
  /** The topic that goes round, as the first hop has it; undefined where none is given anywhere. */
  readonly topic: string | undefined
}

interface Step {
  readonly resolved: ResolvedHandoff
  readonly topic: Topic
  /** The number of its subject. */
  readonly about: number
}

/**
 * Escalations that come back: every hop is about the topic (or the paths) of one of them, or none has a topic, and
 * neither a hop nor its agent says where it ends. Two agents that give each other what is the other's are no cycle: their topics differ. One
 * result for each set of agents, its shortest cycle, from the smallest name; the order of the input does not matter.
 */
export function escalationCycles(
  handoffs: readonly ResolvedHandoff[],
  stopWords: StopWords,
  pathsMeet: PathsMeet,
): EscalationCycle[] {
  const agents = agentsByName(handoffs)
  const number = new Map(agents.map((agent, i) => [agent, i]))
  const exits = exitsByAgent(handoffs, stopWords)
  const subjects = indexSubjects(pathsMeet)
  const hops = handoffs
    .flatMap((resolved) => toHop(resolved, number, stopWords, subjects))
    .filter(({ value }) => !hasExit(value, exits))
  const found = new Map<string, EscalationCycle>()
  const steps = { left: mostSteps }
  for (const component of components(agents.length, hops)) {
    const members = new Set(component)
    const inside = hops.filter(({ from, to }) => members.has(from) && members.has(to))
    addCycles(found, agents.length, inside, subjects, steps)
  }
  return [...found.keys()].sort().flatMap((key) => found.get(key) ?? [])
}

/** A knot that takes more is judged by the subjects that come first: more cycles through the same agents say nothing new. */
const mostSteps = 10_000_000

/** For each subject of a knot the circles in which it, and what is the same, goes round. */
function addCycles(
  found: Map<string, EscalationCycle>,
  size: number,
  inside: readonly Hop<Step>[],
  subjects: SubjectIndex,
  steps: Steps,
): void {
  const places = new Map<number, number[]>()
  for (const [place, { value }] of inside.entries()) {
    const known = places.get(value.about)
    if (known === undefined) places.set(value.about, [place])
    else known.push(place)
  }
  for (const about of places.keys()) {
    if (steps.left <= 0) return
    const same = subjects.sameAs(about, steps).flatMap((other) => places.get(other) ?? [])
    const hops = same.sort((a, b) => a - b).flatMap((place) => inside[place] ?? [])
    const parts = components(size, hops)
    steps.left -= size + hops.length * (1 + parts.length)
    for (const part of parts) addCycle(found, shortestCycle(part, hops))
  }
}

/** Agents by name, then path: the numbers that decide where a cycle starts. */
function agentsByName(handoffs: readonly ResolvedHandoff[]): AgentFacts[] {
  const all = new Set<AgentFacts>()
  for (const { from, target } of handoffs) {
    all.add(from)
    if (target.kind === 'agent') all.add(target.agent)
  }
  return [...all].sort((a, b) => compare(a.name.value, b.name.value) || compare(a.path, b.path))
}

/** What each agent takes to a person, or to whoever called it. */
function exitsByAgent(handoffs: readonly ResolvedHandoff[], stopWords: StopWords): Map<AgentFacts, Topic[]> {
  const exits = new Map<AgentFacts, Topic[]>()
  for (const { from, handoff, target } of handoffs) {
    if (target.kind !== 'exit' || handoff.relation === 'mentions') continue
    exits.set(from, [...(exits.get(from) ?? []), readTopic(handoff.topic ?? '', stopWords)])
  }
  return exits
}

/** The agent takes this topic, or whatever it cannot settle, to a person as well. */
const hasExit = ({ resolved, topic }: Step, exits: ReadonlyMap<AgentFacts, Topic[]>): boolean =>
  exits.get(resolved.from)?.some((exit) => exit.size === 0 || isSameTopic(exit, topic)) ?? false

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function toHop(
  resolved: ResolvedHandoff,
  number: ReadonlyMap<AgentFacts, number>,
  stopWords: StopWords,
  subjects: SubjectIndex,
): Hop<Step>[] {
  const { from, handoff, target } = resolved
  if (target.kind !== 'agent' || target.agent === from) return []
  if (handoff.relation !== 'escalates' || handoff.exit || handoff.confidence === 'low') return []
  const topic = readTopic(handoff.topic ?? '', stopWords)
  // A sentence that names another agent and no topic is not yet a rule for everything.
  if (topic.size === 0 && handoff.confidence !== 'high') return []
  return [
    {
      from: number.get(from) ?? 0,
      to: number.get(target.agent) ?? 0,
      value: { resolved, topic, about: subjects.numberOf({ topic, paths: handoff.paths }) },
    },
  ]
}

function addCycle(found: Map<string, EscalationCycle>, hops: readonly Hop<Step>[]): void {
  const [first] = hops
  if (first === undefined) return
  const key = hops
    .map(({ from }) => from)
    .sort((a, b) => a - b)
    .map((node) => String(node).padStart(8, '0'))
    .join(' ')
  if (found.has(key)) return
  found.set(key, { hops: hops.map(({ value }) => value.resolved), topic: first.value.resolved.handoff.topic })
}
