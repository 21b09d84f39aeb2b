import type { Diagnostic } from '../core/diagnostic.ts'
import { groupBy } from './by-file.ts'

/** So many of a kind are told once: two with their frames are still read at a glance, and seen to be two. */
const fewest = 3

/** So many further places of one finding are listed for a person; nobody reads two hundred lines that differ in a name. */
const mostPlaces = 10

/** A finding, and all later ones that say the same, in their order. */
export interface Told {
  readonly first: Diagnostic
  readonly repeats: readonly Diagnostic[]
}

/**
 * Findings that a reader would be told three times or more in the same words, each told once, where the first stands;
 * the order of what is left is that of `diagnostics`.
 */
export function tellOnce(diagnostics: readonly Diagnostic[]): Told[] {
  const groups = groupBy(diagnostics, wordsOf)
  return diagnostics.flatMap((first): Told[] => {
    const group = groups.get(wordsOf(first)) ?? []
    if (group.length < fewest) return [{ first, repeats: [] }]
    return group[0] === first ? [{ first, repeats: group.slice(1) }] : []
  })
}

/** All that is said of a finding but where it is; with its place, where it is about several files, which take a frame each. */
function wordsOf({ rule, severity, message, help, path, span, related, fixes }: Diagnostic): string {
  const places = related.some((place) => place.path !== path)
    ? [path, span, related]
    : related.map((place) => place.message)
  const mends = fixes.map(({ title, applicability }) => [title, applicability])
  return JSON.stringify([rule, severity, message, help, mends, places])
}

/** The places to list, and how many are left out: never only one, for the line that counts it would be as long. */
export function listable<Place>(places: readonly Place[]): { listed: readonly Place[]; left: number } {
  const most = places.length === mostPlaces + 1 ? places.length : mostPlaces
  return { listed: places.slice(0, most), left: Math.max(0, places.length - most) }
}
