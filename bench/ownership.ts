// Finds the overlaps of N claims of 1,000 agents, for N of 10,000 and 100,000, and prints what it costs a claim.
import type { AgentFacts, Claim } from '../src/facts/agent-facts.ts'
import { patternClaims } from '../src/fleet/claims.ts'
import { findOverlaps } from '../src/fleet/overlaps.ts'
import { indexNames } from '../src/fleet/resolve-agent.ts'

function claim(pattern: string): Claim {
  return {
    pattern,
    stance: 'owns',
    exclusive: false,
    qualifier: undefined,
    owner: undefined,
    topic: '',
    origin: 'section',
    confidence: 'high',
    span: { start: 0, end: pattern.length },
  }
}

/**
 * Each agent owns folders of its own; every hundredth claim lies in the folder of another, every five-hundredth is a glob, and
 * every agent claims one folder that is everybody's.
 */
function agents(count: number): AgentFacts[] {
  return Array.from({ length: 1000 }, (_, i) => {
    const claims = Array.from({ length: count / 1000 }, (_, n) => {
      const serial = n * 1000 + i
      if (n === 0) return claim('shared/**')
      if (serial % 500 === 7) return claim(`area-${i % 40}/part-${i}/mod-${n}/**/*.test.ts`)
      const owner = serial % 100 === 3 ? (i + 1) % 1000 : i
      return claim(`area-${owner % 40}/part-${owner}/mod-${n}/**`)
    })
    return agent(`agent-${i}`, claims)
  })
}

function agent(name: string, claims: readonly Claim[]): AgentFacts {
  const cited = { value: name, span: { start: 0, end: 0 } }
  return { path: `agents/${name}.md`, name: cited, aliases: [], claims, handoffs: [] } as unknown as AgentFacts
}

/** Ten agents that own files by their endings, wherever they lie: each meets each folder. */
const byEnding = Array.from({ length: 10 }, (_, i) => agent(`ending-${i}`, [claim(`**/*.kind${i}`)]))

function measure(fleet: readonly AgentFacts[]): { milliseconds: number; overlaps: number } {
  const names = indexNames(fleet, { elsewhere: () => [], isExit: () => false })
  const start = performance.now()
  const { overlaps } = findOverlaps(patternClaims(fleet, names))
  return { milliseconds: performance.now() - start, overlaps: overlaps.length }
}

measure(agents(10_000))
const few = measure(agents(10_000))
const many = measure(agents(100_000))
const mixed = measure([...agents(1000), ...byEnding])
for (const [count, { milliseconds, overlaps }] of [
  [10_000, few],
  [100_000, many],
] as const) {
  console.log(`${count} claims: ${milliseconds.toFixed(0)} ms, ${overlaps} overlaps`)
}
const ratio = many.milliseconds / 10 / few.milliseconds
console.log(`a claim of 100,000 : a claim of 10,000 = ${ratio.toFixed(2)} (goal: at most 2)`)
console.log(
  `1000 folders and 10 endings: ${mixed.milliseconds.toFixed(0)} ms, ${mixed.overlaps} overlaps (bounded at 5001)`,
)
