import type { Diagnostic } from '../core/diagnostic.ts'

/** So many equal findings are told once: two with their frames are still read at a glance, and seen to be two. */
const fewest = 3

/** So many further places of one finding are listed for a person; nobody reads two hundred lines that differ in a name. */
const mostPlaces = 10

/** A finding, and the places of all that say the same, later ones in their order. */
export interface Told {
  readonly first: Diagnostic
  readonly repeats: readonly Diagnostic[]
}

/**
 * Findings that a reader would be told three times or more in the same words, each told once, where the first stands;
 * the order of what is left is that of `diagnostics`.
 */
export function tellOnce(diagnostics: readonly Diagnostic[]): Told[] {
  const equals = new Map<string, Diagnostic[]>()
  const keys = diagnostics.map(wordsOf)
  for (const [at, diagnostic] of diagnostics.entries()) {
    const key = keys[at]
    if (key === undefined) continue
    const known = equals.get(key)
    if (known === undefined) equals.set(key, [diagnostic])
    else known.push(diagnostic)
  }
  return diagnostics.flatMap((first, at): Told[] => {
    const all = equals.get(keys[at] ?? '') ?? []
    if (all.length < fewest) return [{ first, repeats: [] }]
    return all[0] === first ? [{ first, repeats: all.slice(1) }] : []
  })
}

/** All that is said of a finding; undefined where it is about several files, which only a frame of its own can show. */
function wordsOf({ rule, severity, message, help, path, related, fixes }: Diagnostic): string | undefined {
  if (related.some((place) => place.path !== path)) return undefined
  const mends = fixes.map(({ title, applicability }) => [title, applicability])
  return JSON.stringify([rule, severity, message, help, mends, related.map((place) => place.message)])
}

/** The repeats to list, and how many are left out: never only one, for the line that counts it would be as long. */
export function listable(repeats: readonly Diagnostic[]): { listed: readonly Diagnostic[]; left: number } {
  const most = repeats.length === mostPlaces + 1 ? repeats.length : mostPlaces
  return { listed: repeats.slice(0, most), left: Math.max(0, repeats.length - most) }
}
