import type { Diagnostic } from '../core/diagnostic.ts'

/** The rules whose findings a summary counts by themselves, and draws. */
const overlapRule = 'overlapping-ownership'
const cycleRule = 'escalation-cycle'
const strangerRule = 'unknown-agent'

export const troubleRules: readonly string[] = [overlapRule, cycleRule, strangerRule]

export interface FleetTroubles {
  /** Agents that own the same files. */
  readonly overlaps: readonly Diagnostic[]
  /** Work that goes round in a circle. */
  readonly cycles: readonly Diagnostic[]
  /** Work that goes to nobody. */
  readonly strangers: readonly Diagnostic[]
}

/** The findings about how agents stand to one another. */
export function troublesOf(diagnostics: readonly Diagnostic[]): FleetTroubles {
  const of = (id: string): Diagnostic[] => diagnostics.filter(({ rule }) => rule === id)
  const overlaps = of(overlapRule).filter(({ data }) => Array.isArray(data.agents))
  return { overlaps, cycles: of(cycleRule), strangers: of(strangerRule) }
}
