import type { Diagnostic } from '../core/diagnostic.ts'
import type { FleetGraph } from '../core/graph.ts'
import { count } from './count.ts'
import { troublesOf } from './fleet-troubles.ts'
import { drawMermaid } from './graph-mermaid.ts'
import { inBytes, keepWithin } from './keep-within.ts'
import { htmlCode } from './markdown-text.ts'

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
  const drawings = troubled.map(({ graph, troubles }) => ({ counts: 1, make: () => section(graph, troubles) }))
  return start + keepWithin(drawings, room - inBytes(start), (left) => `\n${left} more fleets do not fit here.\n`)
}

function troublesIn({ agents }: FleetGraph, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const { overlaps, cycles, strangers } = troublesOf(diagnostics)
  const paths = new Set(agents.map(({ path }) => path))
  return [...overlaps, ...cycles, ...strangers].filter(({ path }) => paths.has(path))
}

function section(graph: FleetGraph, troubles: readonly Diagnostic[]): string {
  const connected = withoutLoners(reported(graph, troubles))
  const { text, note } = drawMermaid(connected, readableEdges)
  const loners = graph.agents.length - connected.agents.length
  const left = loners === 0 ? undefined : `Not drawn: ${count(loners, 'agent')} without handoffs or conflicts.`
  const legend = signs.filter(({ sign }) => text.includes(sign)).map(({ meaning }) => meaning)
  const words = [...legend, left, note === undefined ? undefined : `${note}.`].filter((part) => part !== undefined)
  return `\n${htmlCode(graph.root)}\n\n\`\`\`mermaid\n${text}\`\`\`\n\n${words.join(' ')}\n`
}

/** What has a meaning in a drawing, by what brings it about. No label has one of these in it. */
const signs = [
  { sign: '  linkStyle ', meaning: 'Red: goes round in a circle.' },
  { sign: ' x-.-x|', meaning: 'Dotted, with crosses: both own it.' },
  { sign: '"]:::unknown', meaning: 'Dashed: there is no such agent.' },
]

/** Agents that nothing leads to or from say nothing in a drawing, and a fleet can have many. */
function withoutLoners(graph: FleetGraph): FleetGraph {
  const handoffs = graph.handoffs.filter(({ relation }) => relation !== 'mentions')
  const ends = handoffs.flatMap(({ from, to }) => [from, to])
  const names = new Set([...ends, ...graph.overlaps.flatMap(({ agents }) => agents)])
  return { ...graph, agents: graph.agents.filter(({ name }) => names.has(name)) }
}

/** Of all overlaps those that a finding is about, with the file that it names: others were handed over, or are silenced. */
function reported(graph: FleetGraph, troubles: readonly Diagnostic[]): FleetGraph {
  const findingsOf = new Map<string, { names: ReadonlySet<string>; witness: string }[]>()
  for (const { data } of troublesOf(troubles).overlaps) {
    const names = new Set([data.agents ?? []].flat().map(String))
    const finding = { names, witness: String(data.witness ?? '') }
    for (const name of names) findingsOf.set(name, [...(findingsOf.get(name) ?? []), finding])
  }
  const overlaps = graph.overlaps.flatMap((overlap) => {
    const [a, b] = overlap.agents
    const finding = findingsOf.get(a)?.find(({ names }) => names.has(b))
    return finding === undefined ? [] : [{ ...overlap, witness: finding.witness || overlap.witness }]
  })
  return { ...graph, overlaps }
}
