import type { FleetGraph, GraphHandoff } from '../core/graph.ts'
import type { Fleet } from './fleet.ts'
import type { ResolvedHandoff } from './resolved-handoff.ts'

/** A fleet as nodes and edges. `lineOf` gives the line (1-based) of an offset of a file. */
export function graphOf(fleet: Fleet, lineOf: (path: string, offset: number) => number): FleetGraph {
  const inCycles = new Set(fleet.cycles.flatMap(({ hops }) => hops.map(({ handoff }) => handoff)))
  return {
    root: fleet.root,
    agents: fleet.agents.map((agent) => ({
      name: agent.name.value,
      path: agent.path,
      owns: fleet.claims
        .filter((claim) => claim.agent === agent && claim.claim.stance === 'owns' && claim.claim.confidence !== 'low')
        .map(({ claim }) => claim.pattern),
    })),
    handoffs: fleet.handoffs
      .filter(({ handoff }) => handoff.confidence !== 'low')
      .filter(({ target }) => target.kind === 'agent' || target.kind === 'unknown')
      .map((step) => toEdge(step, inCycles.has(step.handoff), lineOf(step.from.path, step.handoff.span.start))),
    overlaps: fleet.overlaps.overlaps.map(({ a, b, witness }) => ({
      agents: [a.agent.name.value, b.agent.name.value],
      patterns: [a.claim.pattern, b.claim.pattern],
      witness,
    })),
    cycles: fleet.cycles.map(({ hops }) => hops.map(({ from }) => from.name.value)),
  }
}

const toEdge = ({ from, handoff, target }: ResolvedHandoff, inCycle: boolean, line: number): GraphHandoff => ({
  from: from.name.value,
  to: target.kind === 'agent' ? target.agent.name.value : handoff.to,
  relation: handoff.relation,
  topic: handoff.topic,
  line,
  inCycle,
  isUnknown: target.kind === 'unknown',
})
