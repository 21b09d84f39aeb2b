import type { FleetGraph, GraphHandoff, GraphOverlap } from '../core/graph.ts'
import { count } from './count.ts'

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
 * A graph that can be drawn: all of it within `edgeLimit`, undefined beyond. Names that only occur as text are drawn where the
 * handoff says work goes; mentions are not.
 */
export function wholeGraph(graph: FleetGraph, edgeLimit: number): DrawnGraph | undefined {
  const edges = edgesOf(graph)
  if (edges.length + graph.overlaps.length > edgeLimit) return undefined
  return { nodes: nodesOf(graph, edges, undefined), edges, overlaps: graph.overlaps, note: undefined }
}

/** What is in trouble (cycles, unknown agents, overlaps) with its agents, to so many edges; a note says what is left out. */
export function troubledGraph(graph: FleetGraph, edgeLimit: number): DrawnGraph {
  const all = edgesOf(graph)
  const edges = all.filter(({ inCycle, isUnknown }) => inCycle || isUnknown).slice(0, edgeLimit)
  const overlaps = graph.overlaps.slice(0, Math.max(0, edgeLimit - edges.length))
  const drawn = count(edges.length + overlaps.length, 'edge')
  const whole = `${count(graph.agents.length, 'agent')} and ${count(all.length + graph.overlaps.length, 'edge')}`
  const note = `${whole} are too much for one drawing: only what is in trouble is drawn, ${drawn}`
  const names = new Set([...edges.flatMap(({ from, to }) => [from, to]), ...overlaps.flatMap(({ agents }) => agents)])
  return { nodes: nodesOf(graph, edges, names), edges, overlaps, note }
}

const edgesOf = ({ handoffs }: FleetGraph): GraphHandoff[] =>
  onceEach(handoffs.filter(({ relation }) => relation !== 'mentions'))

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
