import { readFleets } from '../composition.ts'
import type { FleetGraph } from '../core/graph.ts'
import { graphDot } from '../reporters/graph-dot.ts'
import { graphMermaid } from '../reporters/graph-mermaid.ts'
import { safeText } from '../reporters/safe-text.ts'
import { drawable } from './drawable.ts'
import { type Environment, exitCodes } from './environment.ts'
import { type CommonFlags, checkHost, loadSettings } from './load-settings.ts'

export interface GraphFlags extends CommonFlags {
  readonly format: 'mermaid' | 'dot' | 'json'
}

/** `agent-lint graph`: agents, what they own, and who hands what to whom, as a drawing or as data. */
export async function runGraph(environment: Environment, paths: readonly string[], flags: GraphFlags): Promise<number> {
  const settings = await loadSettings(environment, flags, paths)
  if (settings === undefined) return exitCodes.failure
  const host = flags.host === undefined ? [] : [checkHost(flags.host)]
  const { fleets, unmatched } = await readFleets(settings.fs, { ...settings, paths, host })
  for (const path of unmatched) environment.stderr.write(`agent-lint: nothing matches ${safeText(path)}\n`)
  if (fleets.length === 0) environment.stderr.write('agent-lint: no agent files in there\n')
  const graphs = fleets.map(drawable)
  if (flags.format === 'json') environment.stdout.write(`${JSON.stringify({ fleets: graphs }, null, 2)}\n`)
  else for (const graph of graphs) environment.stdout.write(draw(graph, flags.format))
  return fleets.length === 0 || unmatched.length > 0 ? exitCodes.failure : exitCodes.clean
}

const draw = (graph: FleetGraph, format: 'mermaid' | 'dot'): string =>
  format === 'mermaid' ? graphMermaid(graph) : graphDot(graph)
