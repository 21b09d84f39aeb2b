import type { Relation } from './relation.ts'

/** A fleet as nodes and edges, for drawing. Plain JSON. */
export interface FleetGraph {
  readonly root: string
  readonly agents: readonly GraphAgent[]
  readonly handoffs: readonly GraphHandoff[]
  readonly overlaps: readonly GraphOverlap[]
  /** Names of the agents of each escalation cycle. */
  readonly cycles: readonly (readonly string[])[]
}

export interface GraphAgent {
  readonly name: string
  readonly path: string
  readonly owns: readonly string[]
}

export interface GraphHandoff {
  readonly from: string
  readonly to: string
  readonly relation: Relation
  readonly topic: string | undefined
  readonly line: number
  /** Does it belong to an escalation cycle? */
  readonly inCycle: boolean
  /** Is there no such agent? */
  readonly isUnknown: boolean
}

export interface GraphOverlap {
  readonly agents: readonly [string, string]
  readonly patterns: readonly [string, string]
  readonly witness: string
}
