import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { components, type Hop, shortestCycle } from './cycles.ts'

const hop = (from: number, to: number): Hop<string> => ({ from, to, value: `${from}>${to}` })

const graphs = fc
  .array(fc.tuple(fc.nat({ max: 5 }), fc.nat({ max: 5 })), { maxLength: 14 })
  .map((pairs) => pairs.filter(([a, b]) => a !== b).map(([a, b]) => hop(a, b)))

/** Every pair of nodes that can reach each other, by walking. */
function reachable(hops: readonly Hop<string>[], from: number): Set<number> {
  const seen = new Set<number>()
  const waiting = [from]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const { to } of hops.filter((one) => one.from === node)) {
      if (seen.has(to)) continue
      seen.add(to)
      waiting.push(to)
    }
  }
  return seen
}

describe('components', () => {
  it('are the nodes that reach one another', () => {
    fc.assert(
      fc.property(graphs, (hops) => {
        const found = components(6, hops)
        const expected = [0, 1, 2, 3, 4, 5]
          .map((node) =>
            [0, 1, 2, 3, 4, 5].filter((other) => reachable(hops, node).has(other) && reachable(hops, other).has(node)),
          )
          .filter((group) => group.length > 1)
        expect(new Set(found.map(String))).toEqual(new Set(expected.map(String)))
      }),
      { numRuns: 2000 },
    )
  })

  it('do not depend on the order of the hops', () => {
    fc.assert(
      fc.property(graphs, fc.infiniteStream(fc.nat()), (hops, numbers) => {
        const shuffled = hops
          .map((one) => [numbers.next().value, one] as const)
          .sort((a, b) => a[0] - b[0])
          .map(([, one]) => one)
        for (const [i, component] of components(6, hops).entries()) {
          expect(components(6, shuffled).map(String).sort()).toEqual(components(6, hops).map(String).sort())
          expect(shortestCycle(component, shuffled).map(({ value }) => value)).toEqual(
            shortestCycle(component, hops).map(({ value }) => value),
          )
          expect(i).toBeGreaterThanOrEqual(0)
        }
      }),
    )
  })

  it('of a chain of 100,000 agents take no recursion', () => {
    const hops = Array.from({ length: 100_000 }, (_, i) => hop(i, (i + 1) % 100_000))
    expect(components(100_000, hops).map(({ length }) => length)).toEqual([100_000])
  })
})

describe('the shortest cycle', () => {
  it('is a cycle, no other is shorter, and it starts at its smallest node', () => {
    fc.assert(
      fc.property(graphs, (hops) => {
        for (const component of components(6, hops)) {
          const cycle = shortestCycle(component, hops)
          expect(cycle.length).toBeGreaterThan(1)
          for (const [i, step] of cycle.entries()) expect(cycle[(i + 1) % cycle.length]?.from).toBe(step.to)
          expect(cycle[0]?.from).toBe(Math.min(...cycle.map(({ from }) => from)))
          expect(cycle.length).toBe(Math.min(...component.map((node) => wayBack(node, hops))))
        }
      }),
      { numRuns: 1000 },
    )
  })
})

function wayBack(start: number, hops: readonly Hop<string>[]): number {
  let layer = new Set([start])
  for (let length = 1; length < 8; length++) {
    layer = new Set(hops.filter(({ from }) => layer.has(from)).map(({ to }) => to))
    if (layer.has(start)) return length
  }
  return Number.POSITIVE_INFINITY
}
