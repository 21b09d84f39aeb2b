import type { Diagnostic } from '../../core/diagnostic.ts'
import { normalName } from '../../fleet/resolve-agent.ts'

/** What a run is asked about; the whole fleet is read all the same. */
export interface Focus {
  /** Files, as the run names them: relative to the current directory. */
  readonly files: readonly string[]
  /** What agents were called that were deleted, renamed or changed. */
  readonly formerNames: readonly string[]
}

export interface Focussed {
  readonly shown: readonly Diagnostic[]
  /** How many findings are left out, advice aside; undefined where there is no focus. */
  readonly outside: number | undefined
}

/**
 * The findings that have a location, primary or related, in one of the files, and those that mention a former name that no
 * agent goes by any more. `names` are those of all agents of the run.
 */
export function inFocus(
  diagnostics: readonly Diagnostic[],
  focus: Focus | undefined,
  names: () => readonly string[],
): Focussed {
  if (focus === undefined) return { shown: diagnostics, outside: undefined }
  const files = new Set(focus.files)
  const gone = goneNames(focus.formerNames, names)
  const isShown = ({ path, related, data }: Diagnostic): boolean =>
    files.has(path) || related.some((place) => files.has(place.path)) || (gone.size > 0 && mentions(data, gone))
  const outside = diagnostics.filter((diagnostic) => diagnostic.severity !== 'info' && !isShown(diagnostic))
  return { shown: diagnostics.filter(isShown), outside: outside.length }
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
