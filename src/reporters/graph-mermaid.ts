import type { FleetGraph } from '../core/graph.ts'
import { clip } from '../core/message.ts'
import { type DrawnGraph, idOf, troubledGraph, wholeGraph } from './graph-edges.ts'
import { safeText } from './safe-text.ts'

/** Mermaid refuses to draw more edges than this, and longer texts (its `maxEdges` and `maxTextSize`, as they are set by default). */
const mostEdges = 500
const textLimit = 50_000

/** A Mermaid flowchart. `note`: what is left out of it, in words of ours alone. */
export interface MermaidDrawing {
  readonly text: string
  readonly note: string | undefined
}

/** A fleet as a Mermaid flowchart, as large as Mermaid takes. */
export const graphMermaid = (graph: FleetGraph): string => drawMermaid(graph, mostEdges).text

/**
 * A fleet as a Mermaid flowchart, no larger than Mermaid takes. Cycles are red, overlaps dotted, unknown agents dashed. With more
 * edges than `edgeLimit` only what is in trouble is drawn.
 */
export function drawMermaid(graph: FleetGraph, edgeLimit: number): MermaidDrawing {
  const whole = wholeGraph(graph, edgeLimit)
  let drawing = whole === undefined ? undefined : draw(whole)
  for (
    let limit = edgeLimit;
    drawing === undefined || (drawing.text.length > textLimit && limit > 1);
    limit = Math.ceil(limit / 2)
  )
    drawing = draw(troubledGraph(graph, limit))
  return drawing
}

function draw({ nodes, edges, overlaps, note }: DrawnGraph): MermaidDrawing {
  const lines = ['flowchart LR', ...(note === undefined ? [] : [`  %% ${note}`])]
  for (const { id, name, owns, isUnknown } of nodes) {
    const text = [name, ...owns.slice(0, shownPatterns)].map(label).join('<br/>')
    lines.push(`  ${id}["${text}"]${isUnknown ? ':::unknown' : ''}`)
  }
  const marked: number[] = []
  for (const { from, to, relation, topic, inCycle } of edges) {
    if (inCycle) marked.push(lines.length - nodes.length - (note === undefined ? 1 : 2))
    const arrow = relation === 'escalates' ? '-->' : '-.->'
    const text = topic === undefined ? '' : `|"${label(topic)}"|`
    lines.push(`  ${idOf(nodes, from)} ${arrow}${text} ${idOf(nodes, to)}`)
  }
  for (const { agents, witness } of overlaps) {
    lines.push(`  ${idOf(nodes, agents[0])} x-.-x|"both own ${label(witness)}"| ${idOf(nodes, agents[1])}`)
  }
  if (nodes.some(({ isUnknown }) => isUnknown)) lines.push('  classDef unknown stroke-dasharray: 4 3')
  if (marked.length > 0) lines.push(`  linkStyle ${marked.join(',')} stroke:#d00,stroke-width:2px`)
  return { text: `${lines.join('\n')}\n`, note }
}

const shownPatterns = 4
const longestLabel = 60

/** Everything that is not plainly text becomes a character code, which Mermaid shows and never reads. */
const label = (text: string): string =>
  clip(safeText(text), longestLabel).replaceAll(/[^\p{L}\p{N} .,/_*-]/gu, (char) => `#${char.codePointAt(0)};`)
