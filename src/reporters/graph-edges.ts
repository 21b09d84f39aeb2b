import type { FleetGraph, GraphHandoff, GraphOverlap } from '../core/graph.ts'

/** What is drawn of a graph: one edge for each two agents and relation, and a note where something is left out. */
export interface DrawnGraph {
  readonly nodes: readonly DrawnNode[]
  readonly edges: readonly GraphHandoff[]
  readonly overlaps: readonly GraphOverlap[]
  readonly note: string | undefined
}

export interface DrawnNode {
  readonly id: string
  readonly name: string
  readonly owns: readonly string[]
  readonly isUnknown: boolean
}

/**
 * A graph that can be drawn: within `edgeLimit`, else only what is in trouble (cycles, unknown agents, overlaps) with its
 * agents. Names that only occur as text are drawn where the handoff says work goes; mentions are not.
 */
export function drawnGraph(graph: FleetGraph, edgeLimit: number): DrawnGraph {
  const all = onceEach(graph.handoffs.filter(({ relation }) => relation !== 'mentions'))
  if (all.length + graph.overlaps.length <= edgeLimit) {
    return { nodes: nodesOf(graph, all, undefined), edges: all, overlaps: graph.overlaps, note: undefined }
  }
  const edges = all.filter(({ inCycle, isUnknown }) => inCycle || isUnknown).slice(0, edgeLimit)
  const overlaps = graph.overlaps.slice(0, Math.max(0, edgeLimit - edges.length))
  const shown = edges.length + overlaps.length
  const note = `${all.length + graph.overlaps.length} edges are more than ${edgeLimit}: only ${shown} that are in trouble are drawn`
  const names = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...overlaps.flatMap(({ agents }) => agents)])
  return { nodes: nodesOf(graph, edges, names), edges, overlaps, note }
}

function onceEach(handoffs: readonly GraphHandoff[]): GraphHandoff[] {
  const byKey = new Map<string, GraphHandoff>()
  for (const handoff of handoffs) {
    const key = JSON.stringify([handoff.from, handoff.to, handoff.relation, handoff.topic ?? ''])
    const known = byKey.get(key)
    if (known === undefined || (handoff.inCycle && !known.inCycle)) byKey.set(key, handoff)
  }
  return [...byKey.values()]
}

/** Ids are ours: no text of a file can break out of one. */
function nodesOf(
  graph: FleetGraph,
  edges: readonly GraphHandoff[],
  only: ReadonlySet<string> | undefined,
): DrawnNode[] {
  const known = new Set(graph.agents.map(({ name }) => name))
  const unknown = [...new Set(edges.map(({ to }) => to))].filter((name) => !known.has(name))
  const nodes = [
    ...graph.agents.map(({ name, owns }) => ({ name, owns, isUnknown: false })),
    ...unknown.map((name) => ({ name, owns: [], isUnknown: true })),
  ]
  return nodes.filter(({ name }) => only === undefined || only.has(name)).map((node, i) => ({ id: `n${i}`, ...node }))
}

export const idOf = (nodes: readonly DrawnNode[], name: string): string | undefined =>
  nodes.find((node) => node.name === name)?.id
