import { readFleets } from '../composition.ts'
import type { FleetGraph } from '../core/graph.ts'
import { graphDot } from '../reporters/graph-dot.ts'
import { graphMermaid } from '../reporters/graph-mermaid.ts'
import { drawable } from './drawable.ts'
import { type Environment, exitCodes } from './environment.ts'
import { type CommonFlags, checkHost, loadSettings } from './load-settings.ts'
import { sayMissing } from './say-unmatched.ts'

export interface GraphFlags extends CommonFlags {
  readonly format: 'mermaid' | 'dot' | 'json'
}

/** `agent-lint graph`: agents, what they own, and who hands what to whom, as a drawing or as data. */
export async function runGraph(environment: Environment, paths: readonly string[], flags: GraphFlags): Promise<number> {
  const settings = await loadSettings(environment, flags, paths)
  if (settings === undefined) return exitCodes.failure
  const host = flags.host === undefined ? [] : [checkHost(flags.host)]
  const { fleets, unmatched } = await readFleets(settings.fs, { ...settings, paths, host })
  sayMissing(environment, paths, unmatched, fleets.length === 0)
  const graphs = fleets.map(drawable)
  if (flags.format === 'json') environment.stdout.write(`${JSON.stringify({ fleets: graphs }, null, 2)}\n`)
  else for (const graph of graphs) environment.stdout.write(draw(graph, flags.format))
  return fleets.length === 0 || unmatched.length > 0 ? exitCodes.failure : exitCodes.clean
}

const draw = (graph: FleetGraph, format: 'mermaid' | 'dot'): string =>
  format === 'mermaid' ? graphMermaid(graph) : graphDot(graph)
