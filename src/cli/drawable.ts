import type { FleetGraph } from '../core/graph.ts'
import type { ReadFleet } from '../engine/read-fleets.ts'
import { graphOf } from '../fleet/graph.ts'
import { indexLines, positionAt } from '../reporters/position.ts'

/** A fleet as nodes and edges, with the lines that its handoffs stand at. */
export function drawable({ fleet, texts }: ReadFleet): FleetGraph {
  const indexes = new Map([...texts].map(([path, text]) => [path, indexLines(text)]))
  return graphOf(fleet, (path, offset) => {
    const index = indexes.get(path)
    return index === undefined ? 1 : positionAt(index, offset).line
  })
}
