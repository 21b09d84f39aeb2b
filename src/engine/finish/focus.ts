import type { Diagnostic } from '../../core/diagnostic.ts'

/** Findings that have a location, primary or related, in one of the files; all of them where no file is named. */
export function inFocus<T extends Diagnostic>(diagnostics: readonly T[], focus: readonly string[]): T[] {
  if (focus.length === 0) return [...diagnostics]
  const files = new Set(focus)
  return diagnostics.filter(({ path, related }) => files.has(path) || related.some((place) => files.has(place.path)))
}
