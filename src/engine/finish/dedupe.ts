import type { Diagnostic } from '../../core/diagnostic.ts'

/** The same finding at the same place counts once, however often it was found. */
export function dedupe(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>()
  return diagnostics.filter(({ rule, path, span, message }) => {
    const key = `${rule}\0${path}\0${span.start}\0${span.end}\0${message}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
