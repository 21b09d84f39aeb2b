import type { Diagnostic } from '../core/diagnostic.ts'

/** The diagnostics of each file, in the order in which the files first occur. */
export function byFile(diagnostics: readonly Diagnostic[]): Map<string, Diagnostic[]> {
  const files = new Map<string, Diagnostic[]>()
  for (const diagnostic of diagnostics) {
    const ofFile = files.get(diagnostic.path)
    if (ofFile === undefined) files.set(diagnostic.path, [diagnostic])
    else ofFile.push(diagnostic)
  }
  return files
}
