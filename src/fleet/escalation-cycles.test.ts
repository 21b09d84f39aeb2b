import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AgentFacts, Handoff } from '../facts/agent-facts.ts'
import { components, shortestCycle } from './cycles.ts'
import { escalationCycles } from './escalation-cycles.ts'
import { comparePaths } from './paths-meet.ts'
import type { ResolvedHandoff } from './resolved-handoff.ts'
import { isSameTopic, readTopic } from './topics.ts'

const span = { start: 0, end: 0 }
const agent = (name: string): AgentFacts => ({ path: `${name}.md`, name: { value: name, span } }) as AgentFacts

/** `topic` as written, behind `|` the paths of its line. */
function handoff(from: AgentFacts, to: AgentFacts, written: string): ResolvedHandoff {
  const [topic = '', ...paths] = written.split('|')
  const made: Handoff = {
    to: to.name.value,
    relation: 'escalates',
    topic,
    paths,
    exit: false,
    isSurelyAgent: true,
    isLikelyAgent: true,
    isCall: false,
    origin: 'section',
    confidence: 'high',
    span,
  }
  return { from, handoff: made, target: { kind: 'agent', agent: to } }
}

const noWords: ReadonlySet<string> = new Set()
const cyclesOf = (handoffs: readonly ResolvedHandoff[]) => escalationCycles(handoffs, noWords, comparePaths())

const membersOf = (handoffs: readonly ResolvedHandoff[]): string =>
  handoffs
    .map(({ from }) => from.name.value)
    .sort()
    .join(' ')

/** The definition itself: for each handoff of a knot those about the same, their components, the shortest cycle of each. */
function byDefinition(handoffs: readonly ResolvedHandoff[], agents: readonly AgentFacts[]): string[] {
  const meet = comparePaths()
  const isSame = (a: Handoff, b: Handoff): boolean =>
    a.paths.length > 0 && b.paths.length > 0
      ? meet(a.paths, b.paths)
      : isSameTopic(readTopic(a.topic ?? '', noWords), readTopic(b.topic ?? '', noWords))
  const numberOf = (name: string): number => agents.findIndex((one) => one.name.value === name)
  const hops = handoffs.map((value) => ({
    from: numberOf(value.from.name.value),
    to: numberOf(value.handoff.to),
    value,
  }))
  const found = new Set<string>()
  for (const knot of components(agents.length, hops)) {
    const inside = hops.filter(({ from, to }) => knot.includes(from) && knot.includes(to))
    for (const seed of inside) {
      const same = inside.filter(({ value }) => isSame(value.handoff, seed.value.handoff))
      for (const part of components(agents.length, same)) {
        found.add(membersOf(shortestCycle(part, same).map(({ value }) => value)))
      }
    }
  }
  return [...found].sort()
}

describe('circles of escalations', () => {
  it('are those of handoffs that are about the same', () => {
    const agents = ['a', 'b', 'c', 'd'].map(agent)
    const topics = ['', 'lock', 'lock file', 'paint shop', 'shop', 'lock|src/', 'file|src/api/', 'paint|web/', 'x|*.ts']
    const some = fc
      .array(fc.tuple(fc.nat({ max: 3 }), fc.nat({ max: 3 }), fc.constantFrom(...topics)), { maxLength: 12 })
      .map((all) =>
        all.flatMap(([from, to, topic]) => {
          const [a, b] = [agents[from], agents[to]]
          return a === undefined || b === undefined || a === b ? [] : [handoff(a, b, topic)]
        }),
      )
    fc.assert(
      fc.property(some, (handoffs) => {
        const found = cyclesOf(handoffs).map(({ hops }) => membersOf(hops))
        expect(found.sort()).toEqual(byDefinition(handoffs, agents))
      }),
      { numRuns: 1000 },
    )
  })

  // Each took minutes when every handoff was compared with all others of its knot.
  it.each([
    ['one topic', (): string => 'deployment trouble'],
    ['few topics', (i: number, j: number): string => `matter${j % 20} thing${(i + j) % 20}`],
    ['a topic each', (i: number, j: number): string => `matter${j} area${i} thing${(i * j) % 97}`],
    ['paths', (i: number, j: number): string => `changes|${'**/*a*/'.repeat(8)}x${i}-${j}/*b*`],
  ])('of 1,000 agents with 60 handoffs each take no time: %s', { timeout: 60_000 }, (_, topic) => {
    const agents = Array.from({ length: 1000 }, (_, i) => agent(`n${i}`))
    const handoffs = agents.flatMap((from, i) =>
      Array.from({ length: 60 }, (_, j) => handoff(from, agents[(i * 7 + j * 13 + 1) % 1000] ?? from, topic(i, j))),
    )
    const start = performance.now()
    cyclesOf(handoffs)
    expect(performance.now() - start).toBeLessThan(20_000)
  })

  it('of 1,000 agents in one ring are one', () => {
    const agents = Array.from({ length: 1000 }, (_, i) => agent(`n${String(i).padStart(4, '0')}`))
    const ring = agents.map((from, i) => handoff(from, agents[(i + 1) % 1000] ?? from, 'deployment'))
    expect(cyclesOf(ring).map(({ hops }) => hops.length)).toEqual([1000])
  })
})
