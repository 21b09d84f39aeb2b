import type { Diagnostic } from '../core/diagnostic.ts'
import type { FleetGraph } from '../core/graph.ts'
import { troublesOf } from './fleet-troubles.ts'
import { graphMermaid } from './graph-mermaid.ts'
import { inBytes, keepWithin } from './keep-within.ts'
import { htmlCode } from './markdown-text.ts'

/** Mermaid takes no longer text for a drawing (its `maxTextSize`), in UTF-16 units. */
const drawingLimit = 50_000

/** A drawing with more edges than this is not looked at; then only what is in trouble is drawn. */
const readableEdges = 100

/** The fleets in which these findings see trouble, as Mermaid drawings within `room` bytes; empty where there is none. */
export function mermaidSection(
  diagnostics: readonly Diagnostic[],
  graphs: readonly FleetGraph[],
  room: number,
): string {
  const troubled = graphs
    .map((graph) => ({ graph, troubles: troublesIn(graph, diagnostics) }))
    .filter(({ troubles }) => troubles.length > 0)
  if (troubled.length === 0) return ''
  const start = '### Who hands what to whom\n'
  const drawings = troubled.map(
    ({ graph, troubles }) =>
      () =>
        section(graph, troubles),
  )
  return start + keepWithin(drawings, room - inBytes(start), (left) => `\n${left} more fleets do not fit here.\n`)
}

function troublesIn({ agents }: FleetGraph, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { overlaps, cycles, strangers } = troublesOf(diagnostics)
  const paths = new Set(agents.map(({ path }) => path))
  return [...overlaps, ...cycles, ...strangers].filter(({ path }) => paths.has(path))
}

function section(graph: FleetGraph, troubles: readonly Diagnostic[]): string {
  const drawing = draw(reported(graph, troubles))
  const title = `\n${htmlCode(graph.root)}\n\n`
  if (drawing === undefined)
    return `${title}It is too large to be drawn here; the command \`agent-lint graph\` draws it.\n`
  return `${title}\`\`\`mermaid\n${drawing}\`\`\`\n`
}

/** Of all overlaps those that a finding is about: others were handed over, or are silenced. */
function reported(graph: FleetGraph, troubles: readonly Diagnostic[]): FleetGraph {
  const groupsOf = new Map<string, ReadonlySet<string>[]>()
  for (const { data } of troublesOf(troubles).overlaps) {
    const names = new Set([data.agents ?? []].flat().map(String))
    for (const name of names) groupsOf.set(name, [...(groupsOf.get(name) ?? []), names])
  }
  const isReported = ([a, b]: readonly [string, string]): boolean =>
    groupsOf.get(a)?.some((names) => names.has(b)) === true
  return { ...graph, overlaps: graph.overlaps.filter(({ agents }) => isReported(agents)) }
}

/** The first of ever smaller drawings that Mermaid takes. */
function draw(graph: FleetGraph): string | undefined {
  const drawings = [() => graph, () => troubleOnly(graph, readableEdges), () => troubleOnly(graph, 20)]
  for (const make of drawings) {
    const drawing = graphMermaid(make(), readableEdges)
    if (drawing.length <= drawingLimit) return drawing
  }
  return undefined
}

/** A fleet without the agents that are in no trouble, and with so many troubles at most. */
function troubleOnly(graph: FleetGraph, most: number): FleetGraph {
  const handoffs = graph.handoffs.filter(({ inCycle, isUnknown }) => inCycle || isUnknown).slice(0, most)
  const overlaps = graph.overlaps.slice(0, most)
  const names = new Set([...handoffs.map(({ from }) => from), ...overlaps.flatMap(({ agents }) => agents)])
  return { ...graph, handoffs, overlaps, agents: graph.agents.filter(({ name }) => names.has(name)) }
}
