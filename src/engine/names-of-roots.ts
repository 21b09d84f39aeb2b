import { lazy } from '../core/lazy.ts'
import { normalName } from '../fleet/resolve-agent.ts'
import type { RootReading } from './read-root.ts'

/** Is a name, as `normalName` gives it, one of an agent in another root of the run? */
export type IsElsewhere = (normal: string) => boolean

/**
 * What the agents of all roots of a run are called: a team that is spread over folders is no unknown one. The names are
 * put in order once for all roots, and only where one of them has a name of no agent of its own.
 */
export function namesOfRoots(readings: readonly RootReading[]): (own: RootReading) => IsElsewhere {
  const homes = lazy(() => homesOf(readings))
  return (own) => (normal) => {
    const home = homes().get(normal)
    return home !== undefined && home !== own
  }
}

/** By name, the root that has it, or that there are several. */
function homesOf(readings: readonly RootReading[]): ReadonlyMap<string, RootReading | 'several'> {
  const homes = new Map<string, RootReading | 'several'>()
  for (const reading of readings) {
    for (const { facts } of reading.analyses) {
      const name = normalName(facts.name.value)
      const known = homes.get(name)
      homes.set(name, known === undefined || known === reading ? reading : 'several')
    }
  }
  return homes
}
