import type { Diagnostic } from '../../core/diagnostic.ts'
import { normalName } from '../../fleet/resolve-agent.ts'

/** What a run is asked about; the whole fleet is read all the same. */
export interface Focus {
  /** Files, as the run names them: relative to the current directory. */
  readonly files: readonly string[]
  /** What agents were called that were deleted, renamed or changed. */
  readonly formerNames: readonly string[]
}

/**
 * Is a finding one that was asked for: with a location, primary or related, in one of the files, or with a former name in it
 * that no agent goes by any more? `names` are those of all agents of the run. Undefined where all are asked for.
 */
export function focusTest(
  focus: Focus | undefined,
  names: () => readonly string[],
): ((diagnostic: Diagnostic) => boolean) | undefined {
  if (focus === undefined) return undefined
  const files = new Set(focus.files)
  const gone = goneNames(focus.formerNames, names)
  return ({ path, related, data }) =>
    files.has(path) || related.some((place) => files.has(place.path)) || (gone.size > 0 && mentions(data, gone))
}

function goneNames(former: readonly string[], names: () => readonly string[]): Set<string> {
  const gone = new Set(former.map(normalName).filter((name) => name !== ''))
  if (gone.size > 0) for (const name of names()) gone.delete(normalName(name))
  return gone
}

function mentions(data: Diagnostic['data'], gone: ReadonlySet<string>): boolean {
  return Object.values(data)
    .flat()
    .some((value) => typeof value === 'string' && gone.has(normalName(value)))
}
