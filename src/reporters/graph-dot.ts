import type { FleetGraph } from '../core/graph.ts'
import { clip } from '../core/message.ts'
import { idOf, troubledGraph, wholeGraph } from './graph-edges.ts'
import { safeText } from './safe-text.ts'

/** Graphviz draws thousands of edges, if slowly. */
const edgeLimit = 5000

/** A fleet as a Graphviz graph. Cycles are red, overlaps dotted, unknown agents dashed. */
export function graphDot(graph: FleetGraph): string {
  const { nodes, edges, overlaps, note } = wholeGraph(graph, edgeLimit) ?? troubledGraph(graph, edgeLimit)
  const lines = ['digraph fleet {', '  rankdir=LR', '  node [shape=box]']
  if (note !== undefined) lines.push(`  // ${note}`)
  for (const { id, name, owns, isUnknown } of nodes) {
    const text = [name, ...owns.slice(0, 6)].map(label).join('\\n')
    lines.push(`  ${id} [label="${text}"${isUnknown ? ', style=dashed' : ''}]`)
  }
  for (const { from, to, relation, topic, inCycle } of edges) {
    const style = [`label="${label(topic ?? '')}"`]
    if (relation !== 'escalates') style.push('style=dashed')
    if (inCycle) style.push('color=red')
    lines.push(`  ${idOf(nodes, from)} -> ${idOf(nodes, to)} [${style.join(', ')}]`)
  }
  for (const { agents, witness } of overlaps) {
    const text = label(`both own ${witness}`)
    lines.push(`  ${idOf(nodes, agents[0])} -> ${idOf(nodes, agents[1])} [dir=none, style=dotted, label="${text}"]`)
  }
  return `${[...lines, '}'].join('\n')}\n`
}

const label = (text: string): string => clip(safeText(text), 60).replaceAll(/[\\"]/g, '\\$&')
